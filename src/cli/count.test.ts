import { describe, expect, test } from 'vitest'
import { runPlenum } from '../../test/kit/command.ts'

const BLT = '3 2\n[tie 2 3 1]\n-3\n4 1 2 0\n3 2 0\n2 3 2 0\n0\n"Ana"\n"Bo"\n"Cy"\n"Delegates"\n'
const EVEN = '2 1\n1 1 0\n1 2 0\n0\n"Ana"\n"Bo"\n'

async function count(
  args: string,
  input: string,
): Promise<{ code: number | null; out: string; err: string }> {
  return runPlenum(['count', '-', ...args.split(' ')], {}, input)
}

describe('a count of a file', () => {
  test('as one JSON object, with names for candidates', async () => {
    const { code, out, err } = await count('--method scottish-stv --json', BLT)
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({
      method: 'scottish-stv',
      title: 'Delegates',
      seats: 2,
      ballots: 9,
      withdrawn: ['Cy'],
      winners: ['Bo', 'Ana'],
      status: 'decided',
      ties: [],
      stages: [
        {
          cause: { kind: 'first-preferences' },
          votes: { Ana: '4.00000', Bo: '5.00000', Cy: '0.00000' },
          quota: '4.00000',
          elected: [
            { candidate: 'Bo', because: 'quota' },
            { candidate: 'Ana', because: 'quota' },
          ],
        },
      ],
    })
  })

  test('with the ranking in tiers, and seats and options from the command line', async () => {
    const { out } = await count('--method schulze --json --seats 1 --unranked no-opinion', BLT)
    expect(JSON.parse(out)).toMatchObject({
      seats: 1,
      options: { unranked: 'no-opinion' },
      ranking: [['Ana'], ['Bo']],
      winners: ['Ana'],
      stages: [],
    })
  })

  test('stage by stage for a person', async () => {
    const { code, out } = await count('--method irv --seats 1', BLT.replace('-3\n', ''))
    expect(code).toBe(0)
    expect(out).toMatch(/^Delegates\nirv, 1 seat, 9 ballots, 3 candidates\n\nStage 1: first preferences/)
    expect(out).toContain('Stage 2: Cy excluded, the fewest votes.')
    expect(out).toMatch(/ {2}Bo +5 +elected: a majority\n/)
    expect(out).toMatch(/\nElected: Bo\n$/)
  })

  test('one of a thing is one', async () => {
    const { out } = await count('--method irv', '1 1\n1 1 0\n0\n"Ana"\n')
    expect(out).toMatch(/^irv, 1 seat, 1 ballot, 1 candidate\n/)
  })

  test('scores and approvals of a CSV', async () => {
    const csv = 'Ana,Bo,Cy\n5,0,3\n0,4,2\n'
    expect(JSON.parse((await count('--method score --json', csv)).out)).toMatchObject({
      points: { Ana: 5, Bo: 4, Cy: 5 },
      status: 'open-tie',
    })
    expect(JSON.parse((await count('--method approval --json', csv)).out)).toMatchObject({
      points: { Ana: 1, Bo: 1, Cy: 2 },
      winners: ['Cy'],
    })
  })

  test('by a rule with a default option', async () => {
    const tally = 'V: 1-2\nV: 1-2\nV: 132\nV: 123\n'
    const { code, out } = await count('--rule debian-leader --roll 4 --json', tally)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      method: 'schulze',
      winners: ['Option 1'],
      ranking: [['Option 1'], ['Option 3']],
      dropped: [{ option: 'Option 2', because: 'quorum', votes: 1, against: 3 }],
    })
    expect((await count('--rule debian-leader --roll 4', tally)).out).toContain('Dropped: Option 2, 1 prefer')
  })

  test('a tie is told and open, until seeds break it', async () => {
    const open = await count('--method irv', EVEN)
    expect(open.code).toBe(0)
    expect(open.out).toContain('Tie (exclusion) of Ana, Bo: open, only a lot decides.')
    const drawn = await count('--method irv --seed one --seed two --json', EVEN)
    expect(JSON.parse(drawn.out)).toMatchObject({ status: 'decided', ties: [{ settled: { by: 'lot' } }] })
    expect((await count('--method irv --seed one --seed two --json', EVEN)).out).toBe(drawn.out)
  })
})

describe('what cannot be counted', () => {
  test.each([
    ['--method irv', '3 1\n1 5 0\n', 1, /^- cannot be counted\. Line 2: “5” is no candidate\./],
    ['--method irv --seats 2', EVEN, 1, /^- cannot be counted\. /],
    ['--method borda', EVEN, 2, /^There is no method “borda”\. Methods: scottish-stv, /],
    ['--method schultze', EVEN, 2, /did you mean schulze\?/],
    ['--seats 2', EVEN, 2, /^--method is missing\./],
    ['--method irv --seats none', EVEN, 2, /^--seats takes a whole number/],
    ['--method schulze --unranked never', EVEN, 2, /^unranked takes last or no-opinion, not “never”\./],
    ['--rule debian --roll 4', EVEN, 2, /^There is no rule “debian”\. Rules: debian-leader, /],
    ['--rule debian-leader', EVEN, 2, /--roll N\.\n/],
    ['--rule debian-leader --roll 4 --method irv', EVEN, 2, /is counted by schulze, not by irv/],
    ['--method irv --roll 4', EVEN, 2, /^--roll belongs to --rule\./],
    ['--method irv --option exclusion=batch', EVEN, 2, /there is exclusions\./],
  ])('%s of %j', async (args, input, code, says) => {
    const ran = await count(args, input)
    expect([ran.code, ran.out]).toEqual([code, ''])
    expect(ran.err).toMatch(says)
  })

  test('says so as JSON, too, with the line among the facts', async () => {
    const { code, out } = await count('--method irv --json', '3 1\n1 5 0\n')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      code: 'ballots-candidate-unknown',
      facts: { line: 2, found: '5' },
    })
  })

  test('is a file that is not there', async () => {
    const { code, err } = await runPlenum(['count', '/no/such.blt', '--method', 'irv'])
    expect([code, err]).toEqual([2, 'There is no file /no/such.blt.\n'])
  })
})
