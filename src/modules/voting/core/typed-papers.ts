import { refuse, type Refusal } from '#kernel/refusal'
import { choiceOfLetters, choiceOfRanks, whyChoiceInvalid, type ChoiceForm } from '#modules/ballots/core'

/** Papers that one batch has at most: more are entered as several. */
const MOST_PAPERS = 20_000
const LINE = /^(?:(\d{1,5})\s*[x×:]\s*)?(.+)$/i
const LETTERS: Readonly<Record<string, string>> = { y: 'y', s: 'y', n: 'n', a: 'a' }

/** The papers of one question, of which so many say yes, no and that they abstain. Refusal: `paper-line` where one is no number. */
export function papersOfCounts(
  counts: readonly [yes: string, no: string, abstain: string],
): Uint8Array[] | Refusal {
  const papers: Uint8Array[] = []
  for (const [i, typed] of counts.entries()) {
    const count = typed === '' ? 0 : /^\d{1,5}$/.test(typed) ? Number(typed) : MOST_PAPERS
    if (papers.length + count >= MOST_PAPERS) return refuse('paper-line', { line: i + 1 })
    for (let n = 0; n < count; n++) papers.push(choiceOfLetters('yna'.charAt(i)))
  }
  return papers
}

/**
 * The papers that lines say: `3 x y n a`, a letter a question, or `3 x 2 > 1 = 4`, candidates by their numbers from 1 and `0` for none.
 * Refusal: `paper-line` with the first line that says nothing a ballot of this form can say.
 */
export function papersOfLines(form: ChoiceForm, text: string): Uint8Array[] | Refusal {
  const papers: Uint8Array[] = []
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const [, often = '1', said = ''] = LINE.exec(line.trim()) ?? []
    const choice = form.kind === 'questions' ? lettersIn(said) : ranksIn(said, form.length)
    const isFit = choice !== undefined && whyChoiceInvalid(form, choice) === undefined
    if (!isFit || Number(often) === 0 || papers.length + Number(often) > MOST_PAPERS)
      return refuse('paper-line', { line: i + 1 })
    for (let n = 0; n < Number(often); n++) papers.push(choice)
  }
  return papers
}

function lettersIn(said: string): Uint8Array | undefined {
  const letters = [...said.toLowerCase().replaceAll(/[\s,]/g, '')].map((letter) => LETTERS[letter])
  return letters.includes(undefined) ? undefined : choiceOfLetters(letters.join(''))
}

function ranksIn(said: string, candidates: number): Uint8Array | undefined {
  if (said.trim() === '0') return new Uint8Array(candidates)
  const ranks = said
    .replaceAll(/\s*=\s*/g, '=')
    .split(/[\s,>]+/)
    .map((rank) => rank.split('=').map((number) => (/^\d{1,3}$/.test(number) ? Number(number) - 1 : -1)))
  const named = ranks.flat()
  const areFit = named.every((candidate) => candidate >= 0 && candidate < candidates)
  return areFit && new Set(named).size === named.length ? choiceOfRanks(ranks, candidates) : undefined
}
