#!/usr/bin/env node
import { serve } from './serve.ts'

const usage = `Usage: plenum <command>

  serve [--port 7171] [--host 127.0.0.1] [--data ./data]   start the server`

const [command, ...rest] = process.argv.slice(2)

if (command === 'serve') {
  await serve(rest)
} else {
  console.log(usage)
  process.exitCode = command === undefined || command === '--help' ? 0 : 2
}
