/** Watches for errors while a program runs. */
export interface Failure {
    /** Rejects with the first error. */
    promise: Promise<never>;
    /** Runs an action and records its error before the SDK wraps it. */
    guard<T>(action: () => T): T;
    stopListening(): void;
}

/** An error inside an `apply` is reported only as an unhandled rejection, which test runners may swallow. */
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

/** Waits until unhandled rejections have been reported. */
export function settled(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
}
