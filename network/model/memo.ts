/** Results that are the same for many questions, by what they depend on: values, or objects that are never changed. */
export class Memo {
    private readonly root: Node = { next: new Map() };

    /** The result for these keys, which is made only once. */
    of<T>(keys: readonly unknown[], make: () => T): T {
        let node = this.root;
        for (const key of keys) {
            let next = node.next.get(key);
            if (!next) node.next.set(key, next = { next: new Map() });
            node = next;
        }
        node.result ??= { value: make() };
        return node.result.value as T;
    }
}

interface Node {
    next: Map<unknown, Node>;
    result?: { value: unknown };
}
