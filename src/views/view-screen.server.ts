import type { Instant } from '#kernel/instant'
import type { Org } from '#organization'
import { elections } from '#ui/words/elections.ts'
import { voteHeading } from '#ui/words/votes.ts'
import { read } from './read.server.ts'
import { viewElection } from './view-election.server.ts'
import { viewRecall } from './view-recall.server.ts'
import { letReach } from './view-secret.server.ts'
import { viewVote } from './view-vote.server.ts'
import { whoIs } from './who.server.ts'

/** The code that opened a voting screen, and whose it is. */
interface Opened {
  readonly member: string
  readonly code: string
  readonly isUsed: boolean
}

/** The ballot of a secret vote as a voting screen shows it: what its member may read; of the member only the id, which other issuers are asked with. */
export async function viewScreen(
  event: { readonly locals: App.Locals },
  id: string,
  { member, code, isUsed }: Opened,
) {
  const asked = await read(event, (org, now) => askedIn(org, now, member, id))
  if (asked?.secret === undefined || asked.secret === null) return undefined
  const { secret, candidates, recall, holder, ...rest } = asked
  letReach(event, secret)
  const who = await whoIs([...candidates, ...(holder === null ? [] : [holder.member])])
  const named = holder === null ? null : who(holder.member).name
  return {
    ...rest,
    code,
    isUsed,
    title: named === null ? rest.title : elections.recallTitle(named),
    recall: named === null ? recall : elections.recallQuestion(named, holder?.office ?? ''),
    candidates: candidates.map(who),
    secret: { ...secret, issued: isUsed, sessions: [], mark: null, polled: null },
  }
}

const NOTHING = {
  kind: '',
  questions: [],
  collisions: [],
  clauses: [],
  candidates: [],
  recall: null,
  holder: null,
} as const

function askedIn(org: Org, now: Instant, member: string, id: string) {
  const vote = org.voting.votes.get(id)
  if (vote === undefined) return undefined
  const { closes, subject } = vote
  if (subject.kind === 'election') {
    const view = viewElection(org, now, member, subject.id)
    if (view === undefined) return undefined
    const title = elections.heading(view.office.title, view.election.number)
    return { ...NOTHING, closes, title, secret: view.secret, candidates: view.vote?.candidates ?? [] }
  }
  if (subject.kind === 'recall') {
    const view = viewRecall(org, now, member, subject.id)
    if (view === undefined) return undefined
    const holder = { member: view.recall.holder, office: view.recall.office }
    return { ...NOTHING, closes, title: '', secret: view.secret, holder }
  }
  const view = viewVote(org, now, member, id)
  if (view === undefined) return undefined
  const { motion, questions, collisions, secret } = view
  return {
    ...NOTHING,
    closes,
    secret,
    collisions,
    kind: subject.kind,
    title: `${voteHeading(subject.kind, motion.number)}: ${motion.title}`,
    clauses: motion.clauses,
    // Who proposed an amendment, and why, stands on the member's own pages.
    questions: questions.map((question) => ({ ...question, by: null, reason: null })),
  }
}
