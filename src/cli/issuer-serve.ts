import type { AddressInfo } from 'node:net'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { createFollower, createIssuerServer, openIssuer } from '#modules/issuer'
import { refusalSentence, refusalStatus } from '#organization'
import { createThrottle } from '#views/throttle.server.ts'
import { refuseRun } from './answer.ts'
import { COULD_NOT_RUN, defineCommand, WELL } from './command.ts'
import { ISSUER_FOLDER } from './issuer-folder.ts'

const help = `Usage: plenum issuer serve [--port 7272] [--host 127.0.0.1] [--data ./issuer] [--stock 12]

Runs the issuer until it is stopped (Ctrl-C or SIGTERM): it delivers keys for votes to come to the organization's server, takes up each
secret vote that announces one of them once it is proved to stand in the record, signs one key for each member who shows a code, and
destroys its own key when the vote has closed. Put a proxy with HTTPS before it, under the address that the motion names.

  --port N         the port to listen on; 0 takes a free one (7272)
  --host ADDRESS   the address to listen on (127.0.0.1: this machine only)
  --data DIR       the issuer's folder (./issuer)
  --stock N        keys that lie ready with the organization, each good for one vote, from 1 to 50 (12)

From the environment: ADDRESS_HEADER (the header in which the proxy sets the visitor's address, such as x-real-ip; without it all count
as one, and who tries wrong codes holds everybody back), PLENUM_ISSUER_SECONDS (seconds between two looks at the organization: 15).

Example: plenum issuer serve --port 7272 --data /srv/issuer

Exit codes: 0 stopped as asked; 2 could not run.`

const WRONG_CODES = 20
const WITHIN = 10 * 60 * 1000

/** `plenum issuer serve`. */
export const issuerServe = defineCommand(
  {
    name: 'issuer serve',
    help,
    operands: [],
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      data: { type: 'string' },
      stock: { type: 'string' },
    },
  },
  async ({ values }) => {
    const [port, stock] = [wholeIn(values.port ?? '7272', 0, 65_535), wholeIn(values.stock ?? '12', 1, 50)]
    const seconds = wholeIn(process.env['PLENUM_ISSUER_SECONDS'] ?? '15', 1, 3600)
    if (port === undefined)
      return refuseRun(`--port ${values.port ?? ''} is not a port: a whole number from 0 to 65535.`)
    if (stock === undefined) return refuseRun('--stock is a whole number from 1 to 50.')
    if (seconds === undefined) return refuseRun('PLENUM_ISSUER_SECONDS is a whole number from 1 to 3600.')
    const issuer = openIssuer(values.data ?? ISSUER_FOLDER)
    if (isRefusal(issuer)) return refuseRun(issuer)
    const follower = createFollower(issuer, { stock, tell: createTeller() })
    const server = createIssuerServer({
      issuer,
      follower,
      addressHeader: process.env['ADDRESS_HEADER'],
      wrong: createThrottle(WRONG_CODES, WITHIN),
      say: refusalSentence,
      statusOf: refusalStatus,
    })
    const listening = await new Promise<string | undefined>((answer) => {
      server.once('error', (error) => {
        answer(error.message)
      })
      server.listen(port, values.host ?? '127.0.0.1', () => {
        answer(undefined)
      })
    })
    if (listening !== undefined) {
      issuer.close()
      console.error(`The issuer cannot listen: ${listening}`)
      return COULD_NOT_RUN
    }
    console.log(
      `The issuer ${issuer.settings.name} is listening on http://localhost:${(server.address() as AddressInfo).port}`,
    )
    await new Promise<void>((stopped) => {
      const looking = setInterval(() => void follower.follow(), seconds * 1000)
      void follower.follow()
      const stop = (): void => {
        clearInterval(looking)
        server.close(() => {
          stopped()
        })
        server.closeAllConnections()
      }
      process.once('SIGINT', stop)
      process.once('SIGTERM', stop)
    })
    await follower.follow()
    issuer.close()
    return WELL
  },
)

/** Tells each thing once, until another one is told. */
function createTeller(): (what: Refusal | string) => void {
  let last = ''
  return (what) => {
    const sentence = typeof what === 'string' ? what : refusalSentence(what)
    if (sentence !== last) console.log(sentence)
    last = sentence
  }
}

function wholeIn(text: string, least: number, most: number): number | undefined {
  const whole = Number(text)
  return /^\d{1,5}$/.test(text) && whole >= least && whole <= most ? whole : undefined
}
