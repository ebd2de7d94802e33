import type { Refusal } from '#kernel/refusal'
import { refusalSentence } from '#organization'
import { COULD_NOT_RUN, type ExitCode } from './command.ts'

/** Says why the command could not run. */
export function refuseRun(why: Refusal | string): ExitCode {
  console.error(typeof why === 'string' ? why : refusalSentence(why))
  return COULD_NOT_RUN
}

/** Prints the one JSON object of `--json`. */
export function printJson(value: unknown): void {
  console.log(JSON.stringify(value))
}
