import { bug } from '#kernel/bug'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { openPlenum, type OpenPart, type Plenum } from '#organization/server'
import { log } from './log.server.ts'

// The development server imports modules anew when they change; the open organization must outlive that.
const KEY = Symbol.for('plenum.open')
const holder = globalThis as { [KEY]?: Plenum | undefined }

/** Opens the organization that the environment names, with the work behind the pages, and prints the first-run code where none is founded yet. */
export async function startPlenum(parts: readonly OpenPart[] = []): Promise<Plenum | Refusal> {
  if (holder[KEY] !== undefined) return holder[KEY]
  const opened = await openPlenum({
    data: process.env['PLENUM_DATA'] ?? 'data',
    databaseUrl: process.env['DATABASE_URL'],
    secretKey: process.env['PLENUM_SECRET_KEY'],
    clockIsRight: process.env['PLENUM_CLOCK_IS_RIGHT'] === '1',
    demonstration: process.env['PLENUM_DEMONSTRATION'] === '1',
    parts,
    report(error) {
      log.fault('behind the pages', null, error)
    },
  })
  if (isRefusal(opened)) return opened
  holder[KEY] = opened
  log.event('opened', {
    engine: opened.database.engine,
    entries: await opened.clerk.read((org) => org.head.get().size),
  })
  watchTrouble(opened)
  await tellSetupCode(opened)
  return opened
}

const LOOKS_EVERY = 5_000
let watching: ReturnType<typeof setInterval> | undefined

/** Tells the log when nothing can be entered any more, why, and when things can again. */
function watchTrouble({ clerk }: Plenum): void {
  let before: string | undefined
  const look = (): void => {
    const why = clerk.trouble()?.code
    if (why === before) return
    before = why
    if (why === undefined) log.event('acts are entered again')
    else log.event('nothing can be entered', { why })
  }
  look()
  watching = setInterval(look, LOOKS_EVERY)
  watching.unref()
}

/** The open organization. */
export function plenum(): Plenum {
  return holder[KEY] ?? bug('a page was asked for before the organization was open')
}

/** Stops the clerk and gives up the folder. */
export async function closePlenum(): Promise<void> {
  const open = holder[KEY]
  holder[KEY] = undefined
  clearInterval(watching)
  await open?.close()
  if (open !== undefined) log.event('closed')
}

async function tellSetupCode({ access, clerk }: Plenum): Promise<void> {
  const isRatified = await clerk.read(({ units }) => units.organization.get()?.status === 'ratified')
  if (isRatified) return
  const setup = await access.setupCode()
  const origin = process.env['PLENUM_ORIGIN'] ?? 'http://localhost:7171'
  if (setup !== undefined) console.log(`To set up the organization, open ${origin}/setup?code=${setup.code}`)
}
