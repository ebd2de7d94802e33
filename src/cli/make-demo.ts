import * as fs from 'node:fs'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { isDemonstration, openDatabase } from '#modules/record'
import { openPlenum } from '#organization/server'
import { makeDemonstration } from '../demonstration/index.ts'
import { refuseRun } from './answer.ts'
import { WELL, type ExitCode } from './command.ts'
import { whyNot } from './file-fault.ts'
import { createProgress } from './progress.ts'

/** Makes a demonstration in this folder unless one is there already. */
export async function makeDemo(data: string): Promise<ExitCode> {
  try {
    const found = await whatLiesIn(data)
    if (found === 'demonstration') return WELL
    if (found !== 'nothing') return refuseRun(isRefusal(found) ? found : found.inTheWay)
    const refusal = await makeBeside(data)
    if (refusal !== undefined) return refuseRun(refusal)
  } catch (error) {
    return refuseRun(whyNot('write', data, error))
  }
  console.log(`The demonstration is made, in ${data}.`)
  return WELL
}

/** A demonstration, nothing, or why none can be made there. */
async function whatLiesIn(
  data: string,
): Promise<'demonstration' | 'nothing' | Refusal | { readonly inTheWay: string }> {
  const files = fs.existsSync(data) ? fs.readdirSync(data) : []
  if (files.length === 0) return 'nothing'
  const other = `Something else lies in the folder ${data}. Choose another one for the demonstration: --data DIR`
  if (!files.includes('plenum.sqlite')) return { inTheWay: other }
  const database = await openDatabase({ data, readOnly: true })
  if (isRefusal(database)) return database
  try {
    const recorded = await isDemonstration(database)
    if (recorded === true) return 'demonstration'
    if (recorded === undefined) return { inTheWay: other }
    const real = `A real organization lies in the folder ${data}, and none is ever made a demonstration. Choose another folder: --data DIR`
    return { inTheWay: real }
  } finally {
    await database.close()
  }
}

/** The folder gets its name when it is whole, so that one that was interrupted is never taken for a demonstration. */
async function makeBeside(data: string): Promise<Refusal | undefined> {
  const making = `${data.replace(/[/\\]+$/, '')}.making`
  fs.rmSync(making, { recursive: true, force: true })
  const plenum = await openPlenum({ data: making, hurried: true })
  if (isRefusal(plenum)) return plenum
  const progress = createProgress('Making the demonstration, day')
  try {
    const refusal = await makeDemonstration(plenum, (day, of) => {
      progress.at(day, of)
    })
    if (refusal !== undefined) return refusal
  } finally {
    progress.done()
    await plenum.close()
  }
  fs.renameSync(making, data)
  return undefined
}
