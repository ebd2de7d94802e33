import { fromBase64, toBase64 } from '#kernel/bytes'
import {
  BALLOT_SALT_BYTES,
  boardKeeps,
  choiceOfLetters,
  choiceOfRanks,
  lettersOf,
  ranksOf,
  readBallot,
  readReceipt,
  SLIP_BYTES,
  slipOf,
  voterKey,
  wordsOf,
  type ChoiceForm,
  type IssuerSignature,
} from '#modules/ballots/core'
import { isRefusal } from '#kernel/refusal'
import { seeCheckpoint } from '../keep-checkpoint.ts'
import { forgetVote, keepVote, keptVote, type Beginning, type Keeping, type KeptVote } from './kept.ts'
import { leaveScreen, memory } from './screen.ts'
import { serverOf } from './server.ts'
import {
  askIssuers,
  castBallot,
  openingIn,
  registerKey,
  type IssuerAnswer,
  type OpenedVote,
  type VoterFault,
  type VoteServer,
} from './voter.ts'

/** Sentences for what happens here, in the language of the page; they come in `data-words`. */
type Words = Readonly<Record<string, string>>

/** Milliseconds at most that a ballot waits before it is sent, so that it does not come right behind its key. */
const MOST_WAIT = 4000

/** One secret vote on the page. */
interface Room {
  readonly root: HTMLElement
  readonly from: Beginning
  readonly words: Words
  readonly storage: Keeping
  readonly server: VoteServer
}

/** Makes the secret votes on the page work. What needs no script says so, and stays. */
export function betterSecretVotes(): void {
  for (const root of document.querySelectorAll<HTMLElement>('[data-secret-vote]')) {
    const vote = root.dataset['secretVote'] ?? ''
    const words = JSON.parse(root.dataset['words'] ?? '{}') as Words
    const member = root.dataset['member'] ?? ''
    const code = root.dataset['screen']
    const storage = code === undefined ? localStorage : memory()
    const from = { vote, seq: Number(root.dataset['seq']) }
    const room = { root, from, words, storage, server: serverOf(vote, member, code) }
    root.hidden = false
    // Whoever sits at a voting screen can write the words down before anything is asked with them.
    if (code !== undefined && root.dataset['used'] === undefined) keptOrFresh(room)
    show(room)
    if (code !== undefined) leaveScreen(root)
    onSubmit(room, '[data-cast]', async (form) => cast(room, form))
    onSubmit(room, '[data-key]', async (form) => getKey(room, form))
    onSubmit(room, '[data-take-words]', async (form) => takeWords(room, form))
    onSubmit(room, '[data-forget]', async () => forget(room))
    onSubmit(room, '[data-find]', async () => find(room))
  }
}

function onSubmit(room: Room, selector: string, work: (form: HTMLFormElement) => Promise<string>): void {
  const form = room.root.querySelector<HTMLFormElement>(selector)
  if (form === null) return
  const button = form.querySelector('button')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (button !== null) button.disabled = true
    say(room, room.words['working'] ?? '')
    const done = (sentence: string): void => {
      if (button !== null) button.disabled = false
      show(room)
      say(room, sentence)
    }
    work(form).then(done, () => {
      done(room.words['failed'] ?? '')
    })
  })
}

function say({ root }: Room, sentence: string): void {
  const status = root.querySelector<HTMLElement>('[data-says]')
  if (status === null) return
  status.hidden = sentence === ''
  status.textContent = sentence
}

/** Shows slip and receipt, and what can be done with them. */
function show(room: Room): void {
  const { root, from, storage } = room
  const kept = keptVote(storage, from)
  for (const part of root.querySelectorAll<HTMLElement>('[data-kept]')) part.hidden = kept === undefined
  for (const part of root.querySelectorAll<HTMLElement>('[data-registered]'))
    part.hidden = kept?.registered !== true
  for (const part of root.querySelectorAll<HTMLElement>('[data-receipted]'))
    part.hidden = (kept?.receipt ?? null) === null
  const elsewhere = root.querySelector<HTMLDetailsElement>('[data-elsewhere]')
  if (elsewhere !== null && kept !== undefined) elsewhere.open = false
  if (kept === undefined) return
  const list = root.querySelector('[data-slip]')
  list?.replaceChildren(...wordsOf(kept.slip, languageOf(room)).map(item))
  const file = root.querySelector<HTMLAnchorElement>('[data-receipt-file]')
  if (file === null || kept.receipt === null) return
  const shown = root.querySelector('[data-receipt-text]')
  if (shown !== null) shown.textContent = kept.receipt
  const text = JSON.stringify({ plenumReceipt: 1, ...from, receipt: kept.receipt })
  file.href = URL.createObjectURL(new Blob([`${text}\n`], { type: 'application/json' }))
}

function item(word: string): HTMLLIElement {
  const made = document.createElement('li')
  made.textContent = word
  return made
}

function languageOf({ root }: Room): 'en' | 'es' {
  return root.dataset['language'] === 'es' ? 'es' : 'en'
}

function formOf({ root: { dataset } }: Room): ChoiceForm {
  const length = Number(dataset['length'])
  if (dataset['kind'] === 'questions') return { kind: 'questions', length }
  return { kind: 'ranks', length, most: Number(dataset['most']), mayShare: dataset['shared'] === 'yes' }
}

/** The vote as its opening in the record says, which goes on from the record that this browser knows. */
async function openVote(room: Room): Promise<OpenedVote | VoterFault> {
  const { seq } = room.from
  const proof = await room.server.opening(seq)
  if (typeof proof !== 'string') return proof
  const opened = openingIn(proof, seq, formOf(room))
  if ('fault' in opened) return opened
  const { origin, size, root } = opened.checkpoint
  const seen = await seeCheckpoint({ origin, size, root: toBase64(root) }, localStorage)
  return seen === 'broken' ? { fault: 'opening-unproved' } : opened
}

/** What is kept of this vote, or a fresh slip: kept before anything is asked with it, so that a crash loses nothing. */
function keptOrFresh({ storage, from }: Room): KeptVote {
  const kept = keptVote(storage, from)
  if (kept !== undefined) return kept
  const slip = crypto.getRandomValues(new Uint8Array(SLIP_BYTES))
  const fresh = { slip, number: 0, receipt: null, registered: false, issued: [] }
  keepVote(storage, from, fresh)
  return fresh
}

async function cast(room: Room, form: HTMLFormElement): Promise<string> {
  const choice = choiceIn(formOf(room), new FormData(form))
  if (choice === undefined) return room.words['incomplete'] ?? ''
  const opened = await openVote(room)
  if ('fault' in opened) return saidOf(room, opened)
  const kept = keptOrFresh(room)
  const issued = await issuedFor(room, opened, kept, form)
  if ('fault' in issued) return notIssued(room, issued)
  // The number is used up by sending, whether or not an answer comes: another ballot under it would be refused.
  const number = kept.number + 1
  keepVote(room.storage, room.from, { ...kept, issued, number })
  await wait()
  const salt = crypto.getRandomValues(new Uint8Array(BALLOT_SALT_BYTES))
  const answer = await castBallot(opened, kept.slip, issued, { number, choice, salt }, room.server)
  if ('fault' in answer) return saidOf(room, answer)
  keepVote(room.storage, room.from, { ...kept, issued, ...answer })
  return room.words['cast'] ?? ''
}

async function getKey(room: Room, form: HTMLFormElement): Promise<string> {
  const opened = await openVote(room)
  if ('fault' in opened) return saidOf(room, opened)
  const kept = keptOrFresh(room)
  const { server } = room
  const issued = await issuedFor(room, opened, kept, form)
  if ('fault' in issued) return notIssued(room, issued)
  keepVote(room.storage, room.from, { ...kept, issued })
  await wait()
  const fault = await registerKey(opened, kept.slip, issued, server)
  if (fault !== undefined) return saidOf(room, fault)
  keepVote(room.storage, room.from, { ...kept, issued, registered: true })
  return room.words['registered'] ?? ''
}

/** The issuers' signatures that are kept, or else those they give. */
async function issuedFor(
  room: Room,
  opened: OpenedVote,
  kept: KeptVote,
  form: HTMLFormElement,
): Promise<readonly IssuerSignature[] | VoterFault> {
  const fields = new FormData(form)
  return askIssuers(opened, kept.slip, room.server, {
    kept: kept.issued,
    codeAt(issuer) {
      const code = fields.get(`code-${issuer}`)
      return typeof code === 'string' ? code.trim() : ''
    },
    told(issuer, answer, issued) {
      if (answer === 'signed') keepVote(room.storage, room.from, { ...kept, issued })
      tellIssuer(room, issuer, answer)
    },
  })
}

/** Says beside an issuer what it did. */
function tellIssuer({ root, words }: Room, issuer: number, answer: IssuerAnswer): void {
  const place = root.querySelector<HTMLElement>(`[data-issuer="${issuer}"] [data-issuer-says]`)
  if (place === null) return
  place.hidden = false
  place.textContent = issuerSentence(words, answer)
}

function issuerSentence(words: Words, answer: IssuerAnswer): string {
  if (answer === 'signed') return words['issuerSigned'] ?? ''
  if (answer === 'no-code') return words['issuerNoCode'] ?? ''
  if (answer.fault === 'refused') return answer.said ?? ''
  return (answer.fault === 'answer-wrong' ? words['issuerWrong'] : words['issuerSilent']) ?? ''
}

/** A slip that never gets a key is of no use: it makes room for the words of the one that did. */
function notIssued(room: Room, fault: VoterFault): string {
  if (fault.issuedElsewhere === true) {
    // What others have signed for it may still be enough.
    if ((fault.have ?? 0) === 0) forgetVote(room.storage, room.from)
    const elsewhere = room.root.querySelector<HTMLDetailsElement>('[data-elsewhere]')
    if (elsewhere !== null) elsewhere.open = true
  }
  return saidOf(room, fault)
}

async function wait(): Promise<void> {
  const share = (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32
  await new Promise((resolve) => setTimeout(resolve, share * MOST_WAIT))
}

/** The choice that a form says: a radio a question, or a place in a box a candidate; undefined where it says none. */
function choiceIn(form: ChoiceForm, fields: FormData): Uint8Array | undefined {
  const at = (name: string): string => {
    const value = fields.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const places = Array.from({ length: form.length }, (_, i) =>
    at(form.kind === 'questions' ? `choice-${i}` : `place-${i}`),
  )
  if (form.kind === 'questions') {
    const letters = places.map((place) => place.charAt(0)).join('')
    return /^[yna]+$/.test(letters) && letters.length === form.length ? choiceOfLetters(letters) : undefined
  }
  if (places.some((place) => place !== '' && !/^[1-9]\d{0,2}$/.test(place))) return undefined
  const ranked = places.flatMap((place, i) => (place === '' ? [] : [{ place: Number(place), i }]))
  const different = [...new Set(ranked.map(({ place }) => place))].sort((a, b) => a - b)
  const ranks = different.map((place) => ranked.filter((each) => each.place === place).map(({ i }) => i))
  const isFit = ranked.length <= form.most && (form.mayShare || ranks.every(({ length }) => length === 1))
  return isFit ? choiceOfRanks(ranks, form.length) : undefined
}

/** Goes on with the slip of another device. */
async function takeWords(room: Room, form: HTMLFormElement): Promise<string> {
  const typed = new FormData(form).get('words')
  const slip = slipOf(typeof typed === 'string' ? typed : '')
  if (slip === undefined) return room.words['wordsWrong'] ?? ''
  keepVote(room.storage, room.from, { slip, number: 0, receipt: null, registered: true, issued: [] })
  return await Promise.resolve(room.words['wordsTaken'] ?? '')
}

async function forget(room: Room): Promise<string> {
  forgetVote(room.storage, room.from)
  return await Promise.resolve(room.words['forgotten'] ?? '')
}

/** Looks for the ballot of the kept slip on the board, and holds the receipt against it. */
async function find(room: Room): Promise<string> {
  const { words, storage, from } = room
  const kept = keptVote(storage, from)
  if (kept === undefined) return words['nothingKept'] ?? ''
  const opened = await openVote(room)
  if ('fault' in opened) return saidOf(room, opened)
  const answer = await fetch(`/votes/${from.vote}/board`).catch(() => undefined)
  if (answer?.ok !== true) return words['silent'] ?? ''
  const { board } = (await answer.json()) as { readonly board: readonly string[] }
  const ballots = board.flatMap((text) => {
    const ballot = readBallot(opened, fromBase64(text) ?? new Uint8Array())
    return isRefusal(ballot) ? [] : [ballot]
  })
  const mine = toBase64(voterKey(kept.slip, opened.context).publicKey)
  const at = ballots.findIndex(({ publicKey }) => toBase64(publicKey) === mine)
  const bytes = kept.receipt === null ? undefined : fromBase64(kept.receipt)
  const receipt = bytes === undefined ? undefined : readReceipt(opened.receiptKey, opened.context, bytes)
  if (receipt !== undefined && !boardKeeps(ballots, receipt)) return words['convicted'] ?? ''
  const found = ballots[at]
  if (found === undefined) return words['notFound'] ?? ''
  return (words['found'] ?? '')
    .replace('{place}', String(at + 1))
    .replace('{all}', String(ballots.length))
    .replace('{choice}', choiceSaid(room, found.choice))
}

/** What a choice says, in the words of the page: its questions or its candidates. */
function choiceSaid(room: Room, choice: Uint8Array): string {
  const labels = JSON.parse(room.root.dataset['labels'] ?? '[]') as readonly string[]
  if (formOf(room).kind === 'questions')
    return [...lettersOf(choice)].map((letter) => room.words[letter] ?? letter).join(', ')
  const ranks = ranksOf(choice)
  return ranks.map((rank, i) => `${i + 1}. ${rank.map((n) => labels[n] ?? '').join(' = ')}`).join('; ')
}

function saidOf({ words, root }: Room, { fault, said, have }: VoterFault): string {
  if (fault === 'refused') return said ?? ''
  const k = root.dataset['k'] ?? ''
  return (words[fault] ?? '').replace('{have}', String(have ?? 0)).replace('{k}', k)
}
