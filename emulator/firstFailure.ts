/** Listens for what goes wrong while a program runs. */
export interface Failure {
    /** Rejects with the first thing that goes wrong. */
    promise: Promise<never>;
    /** Does something, and takes note of what goes wrong in it before the SDK wraps it. */
    guard<T>(action: () => T): T;
    stopListening(): void;
}

/** What goes wrong behind an output is reported only as an unhandled rejection, which test runners may swallow. */
export function firstFailure(): Failure {
    let fail!: (error: unknown) => void;
    const promise = new Promise<never>((_, reject) => {
        fail = reject;
    });
    promise.catch(() => undefined);
    process.on("unhandledRejection", fail);
    const guard = <T>(action: () => T): T => {
        try {
            return action();
        } catch (error) {
            fail(error);
            throw error;
        }
    };
    return { promise, guard, stopListening: () => process.off("unhandledRejection", fail) };
}

/** Lets rejections that nobody handles be reported. */
export function settled(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
}
