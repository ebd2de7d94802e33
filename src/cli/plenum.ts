#!/usr/bin/env node
import { COULD_NOT_RUN, defineCommand, refuseUsage, WELL, type Command, type ExitCode } from './command.ts'
