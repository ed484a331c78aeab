#!/usr/bin/env node
import { environment } from "./command";
import { commandLine } from "./commandLine";
import { runStack } from "./runStack";

void commandLine({ ...environment(), args: process.argv.slice(2), runStack }).then((code) => {
    process.exitCode ||= code;
});
