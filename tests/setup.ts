// mocha sets the stack trace limit to infinity, and Pulumi captures a stack trace for each of its many promises.
Error.stackTraceLimit = 10;
