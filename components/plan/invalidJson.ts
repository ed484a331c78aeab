/**
 * Where a string stops being JSON, e.g. `line 3, column 9: unexpected }`. A string that does not begin as an object is not
 * quoted: it may be the content of another file, with a secret.
 */
export function describeInvalidJson(text: string): string {
    const offset = invalidJsonAt(text);
    const isQuoted = /^\s*\{/.test(text);
    const before = text.slice(0, offset).split(/\r\n|\r|\n/);
    const [found] = /^(?:"[^"\n]*"?|[\w.+-]+|[^]?)/.exec(text.slice(offset, offset + 20))!;
    return `line ${before.length}, column ${before.at(-1)!.length + 1}: unexpected ${
        found === "" ? "end" : isQuoted || /^[\]}[{,:]$/.test(found!) ? found : "text"
    }`;
}

/** The offset of the first character that cannot be part of JSON. Node.js does not always say where it is. */
export function invalidJsonAt(text: string): number {
    let at = 0;
    const take = (pattern: RegExp): boolean => {
        pattern.lastIndex = at;
        if (!pattern.test(text)) return false;
        at = pattern.lastIndex;
        return true;
    };
    const space = () => take(/[ \t\n\r]*/y);
    const string = () => take(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y);
    const items = (close: RegExp, item: () => boolean): boolean => {
        space();
        if (take(close)) return true;
        do {
            if (!item()) return false;
            space();
            if (take(close)) return true;
        } while (take(/,/y));
        return false;
    };
    const entry = (): boolean => space() && string() && space() && take(/:/y) && value();
    const value = (): boolean => {
        space();
        if (take(/\{/y)) return items(/\}/y, entry);
        if (take(/\[/y)) return items(/\]/y, value);
        return string() || take(/(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y);
    };
    try {
        if (value()) space();
    } catch {
        // A document that is nested too deep for a recursive function.
    }
    return at;
}
