/** The environment a command runs in. */
export interface Invocation {
    /** The arguments after `npm run <command> --`. */
    args: string[];
    /** The working directory, which contains Pulumi.yaml. */
    folder: string;
    stdout: Output;
    stderr: Output;
    env: NodeJS.ProcessEnv;
}

/** A stream to print to. */
export type Output = Pick<NodeJS.WriteStream, "write" | "isTTY" | "columns">;

/** The invocation of this process. The process exits silently if the reader closes the pipe, as `head` does. */
export function invocation(): Invocation {
    const { argv, env, stdout, stderr } = process;
    stdout.on("error", (error: NodeJS.ErrnoException) => {
        if (error.code !== "EPIPE") throw error;
        process.exit();
    });
    return { args: argv.slice(2), folder: process.cwd(), stdout, stderr, env };
}

/** An npm command. */
export interface Command<Options, Run extends Invocation, Code> {
    help: string;
    /** @throws Error describing what is wrong with the arguments. */
    readOptions(args: string[]): Options;
    main(options: Options, run: Run): Code;
}

/** Runs a command and returns its exit code, 2 if the arguments are wrong. */
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
