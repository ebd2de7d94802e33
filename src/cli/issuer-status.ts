import { isRefusal } from '#kernel/refusal'
import { openIssuer, type Issuer, type IssuerVote } from '#modules/issuer'
import { printJson, refuseRun } from './answer.ts'
import { defineCommand, WELL } from './command.ts'
import { ISSUER_FOLDER } from './issuer-folder.ts'
import { many, number } from './numbers.ts'

const OPTIONS = {
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const

const help = `Usage: plenum issuer status [--vote ID] [--data ./issuer] [--json]

Says what the issuer is, how many members are on its list, how many keys wait, and of each vote how many keys it has signed. Compare
that number with what the page of the closed vote says that this issuer gave out: they are to be the same. Works beside a running issuer.

  --vote ID    whose keys were signed in this vote, by their ids: to compare with who says that they asked
  --data DIR   the issuer's folder (./issuer)
  --json       one JSON object on stdout

Example: plenum issuer status --vote 0197…

Exit codes: 0 told; 2 could not run.`

/** `plenum issuer status`. */
export const issuerStatus = defineCommand(
  { name: 'issuer status', help, operands: [], options: { ...OPTIONS, vote: { type: 'string' } } },
  async ({ values }) => {
    const issuer = openIssuer(values.data ?? ISSUER_FOLDER)
    if (isRefusal(issuer)) return refuseRun(issuer)
    try {
      const votes = issuer.votes().filter(({ vote }) => values.vote === undefined || vote === values.vote)
      if (values.vote !== undefined && votes.length === 0)
        return refuseRun(`This issuer knows of no vote ${values.vote}.`)
      const issued =
        values.vote === undefined ? undefined : votes.map(({ modulus }) => issuer.issued(modulus))
      if (values.json === true) printJson(toldOf(issuer, votes, issued))
      else tell(issuer, votes, issued)
      return await Promise.resolve(WELL)
    } finally {
      issuer.close()
    }
  },
)

const closeHelp = `Usage: plenum issuer close [--data ./issuer] [--json]

Destroys the secret keys of all votes that have closed by this machine's clock. A running issuer does so by itself; this is for one that
was stopped before. Nothing more can be signed in these votes by anybody.

  --data DIR   the issuer's folder (./issuer)
  --json       one JSON object on stdout

Exit codes: 0 done; 2 could not run.`

/** `plenum issuer close`. */
export const issuerClose = defineCommand(
  { name: 'issuer close', help: closeHelp, operands: [], options: OPTIONS },
  async ({ values }) => {
    const issuer = openIssuer(values.data ?? ISSUER_FOLDER)
    if (isRefusal(issuer)) return refuseRun(issuer)
    const ended = issuer.endClosed(Date.now())
    issuer.close()
    if (values.json === true) printJson({ ended })
    else
      console.log(
        `Keys of ${many(ended.length, 'vote')} destroyed${ended.length === 0 ? '' : `: ${ended.join(', ')}`}.`,
      )
    return await Promise.resolve(WELL)
  },
)

function toldOf(
  issuer: Issuer,
  votes: readonly IssuerVote[],
  issued: readonly (readonly string[])[] | undefined,
) {
  const { name, address, organization, origin, logKey } = issuer.settings
  return {
    ...{ name, address, key: issuer.key, organization, origin, logKey },
    members: issuer.members(),
    waiting: issuer.waiting(),
    votes: votes.map(({ vote, seq, roll, until, closes, issued: count, ended }, i) => ({
      ...{ vote, seq, roll, issued: count, ended },
      until: new Date(until).toISOString(),
      closes: new Date(closes).toISOString(),
      ...(issued === undefined ? {} : { members: issued[i] ?? [] }),
    })),
  }
}

function tell(
  issuer: Issuer,
  votes: readonly IssuerVote[],
  issued: readonly (readonly string[])[] | undefined,
): void {
  const { name, address, organization, origin, logKey } = issuer.settings
  console.log(`${name} ${address} ${issuer.key}
  organization  ${organization}
  record        ${origin}
  its key       ${logKey}
  on the list   ${many(issuer.members(), 'member')}
  keys waiting  ${number(issuer.waiting())}`)
  for (const [i, { vote, roll, until, closes, issued: count, ended }] of votes.entries()) {
    const of = roll === null ? '' : ` of ${number(roll)} on the roll`
    console.log(`vote ${vote}
  keys signed   ${number(count)}${of}
  until         ${new Date(until).toISOString()}, closes ${new Date(closes).toISOString()}
  own key       ${ended ? 'destroyed' : 'in use'}`)
    for (const member of issued?.[i] ?? []) console.log(`  ${member}`)
  }
}
