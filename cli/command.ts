/** What a command is run with. */
export interface Invocation {
    /** What stands behind `npm run <command> --`. */
    args: string[];
    /** The folder it is run in, which is that of Pulumi.yaml. */
    folder: string;
    stdout: Output;
    stderr: Output;
    env: NodeJS.ProcessEnv;
}

/** Where text goes. */
export type Output = Pick<NodeJS.WriteStream, "write" | "isTTY" | "columns">;

/** What this process was started with. A reader that has seen enough, such as `head`, ends it without a word. */
export function invocation(): Invocation {
    const { argv, env, stdout, stderr } = process;
    stdout.on("error", (error: NodeJS.ErrnoException) => {
        if (error.code !== "EPIPE") throw error;
        process.exit();
    });
    return { args: argv.slice(2), folder: process.cwd(), stdout, stderr, env };
}

/** A command of npm's, for whom it is run with. */
export interface Command<Options, Run extends Invocation, Code> {
    help: string;
    /** @throws Error that says what is wrong with the arguments. */
    readOptions(args: string[]): Options;
    main(options: Options, run: Run): Code;
}

/** Carries out a command; returns its exit code, which is 2 where the arguments are wrong. */
export function carryOut<Options extends { help: boolean }, Run extends Invocation, Code>(
    { help, readOptions, main }: Command<Options, Run, Code>,
    run: Run,
): Code | number {
    let options: Options;
    try {
        options = readOptions(run.args);
    } catch (error) {
        run.stderr.write(`${(error as Error).message}\n\n${help}`);
        return 2;
    }
    if (!options.help) return main(options, run);
    run.stdout.write(help);
    return 0;
}
