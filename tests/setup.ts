// mocha asks for endless stack traces, and Pulumi takes one for each of its many promises.
Error.stackTraceLimit = 10;
