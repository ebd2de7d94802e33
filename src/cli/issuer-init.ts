import { isRefusal, refuse, type Refusal } from '#kernel/refusal'
import { askStanding, makeIssuer, openIssuer, trustAnew, type Issuer } from '#modules/issuer'
import { isIssuerAddress } from '#modules/voting/core'
import { printJson, refuseRun } from './answer.ts'
import { defineCommand, WELL } from './command.ts'
import { ISSUER_FOLDER } from './issuer-folder.ts'

const help = `Usage: plenum issuer init --organization URL --address URL --name NAME [--data ./issuer] [--again] [--json]

Makes an issuer in a folder of its own: another branch, or an election committee, runs it on a machine of its own, so that
whoever runs the organization's server cannot make keys in secret votes for members who stay away. Prints the line by which
a motion names it. Asks the organization's server which record it keeps, and trusts that one from then on: compare the key
that is printed with what members have.

  --organization URL   the organization's server, as members reach it
  --address URL        where members will reach this issuer (protocol and host only, https)
  --name NAME          what it is called, such as: Election committee of the north
  --data DIR           the issuer's folder (./issuer)
  --log-key KEY        the verifier key of the record that you trust; another one is refused
  --again              take up the record that the organization has now, as after a restore from a backup
  --json               one JSON object on stdout

Example: plenum issuer init --organization https://plenum.example.org --address https://votes.example.net --name "Branch North"

Exit codes: 0 made; 2 could not run.`

/** `plenum issuer init`. */
export const issuerInit = defineCommand(
  {
    name: 'issuer init',
    help,
    operands: [],
    options: {
      organization: { type: 'string' },
      address: { type: 'string' },
      name: { type: 'string' },
      data: { type: 'string' },
      'log-key': { type: 'string' },
      again: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  },
  async ({ values }) => {
    const folder = values.data ?? ISSUER_FOLDER
    const issuer =
      values.again === true
        ? await takeUpAnew(folder, values['log-key'])
        : await make(folder, {
            organization: values.organization ?? '',
            address: values.address ?? '',
            name: (values.name ?? '').trim(),
            logKey: values['log-key'],
          })
    if (isRefusal(issuer)) return refuseRun(issuer)
    tell(issuer, folder, values.json === true)
    issuer.close()
    return WELL
  },
)

interface Asked {
  readonly organization: string
  readonly address: string
  readonly name: string
  readonly logKey: string | undefined
}

async function make(
  folder: string,
  { name, address, organization, logKey }: Asked,
): Promise<Issuer | Refusal> {
  const wrong = [organization, address].find((each) => !isIssuerAddress(each))
  if (wrong !== undefined) return refuse('issuer-address-wrong', { address: wrong })
  if (name === '' || name.length > 100) return refuse('issuer-name-unfit')
  const record = await recordOf(organization, logKey)
  return isRefusal(record) ? record : makeIssuer(folder, { name, address, organization, ...record })
}

async function takeUpAnew(folder: string, logKey: string | undefined): Promise<Issuer | Refusal> {
  const issuer = openIssuer(folder)
  if (isRefusal(issuer)) return issuer
  const { organization } = issuer.settings
  issuer.close()
  const record = await recordOf(organization, logKey)
  if (isRefusal(record)) return record
  trustAnew(folder, record)
  return openIssuer(folder)
}

async function recordOf(organization: string, trusted: string | undefined) {
  const standing = await askStanding(organization)
  if (isRefusal(standing)) return standing
  const { origin, key, demonstration } = standing
  if (trusted !== undefined && trusted !== key) return refuse('issuer-log-another', { found: key, trusted })
  return { origin, logKey: key, demonstration }
}

function tell({ settings, key }: Issuer, folder: string, json: boolean): void {
  const { name, address, organization, origin, logKey } = settings
  if (json) {
    printJson({ folder, name, address, key, organization, origin, logKey })
    return
  }
  console.log(`The issuer is in ${folder}. It trusts this record; compare the key with what members have:
  record  ${origin}
  key     ${logKey}
Propose a motion that names it (Propose a motion, “Name issuers for secret votes”) with this line:
  ${name} ${address} ${key}
Then: plenum issuer members FILE, and plenum issuer serve.`)
}
