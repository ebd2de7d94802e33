// A yes-or-no vote with belenios-tool (Debian's package of that name), where it is installed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { report } from './report.ts'

const VOTERS = 100
const GROUP = ['--group', 'BELENIOS-2048']
// The tool reads a credential and a choice from files; its own pool of randomness is slow.
const ENVIRONMENT = { ...process.env, BELENIOS_USE_URANDOM: '1' }
const TEMPLATE = {
  description: 'Bench',
  name: 'Bench',
  questions: [{ answers: ['Yes', 'No', 'Abstain'], min: 1, max: 1, question: 'Bench' }],
}

type Tool = (args: readonly string[], input?: string) => string

function toolIn(folder: string): Tool {
  return (args, input = '') => {
    const { stdout, stderr, status } = spawnSync('belenios-tool', args, {
      cwd: folder,
      env: ENVIRONMENT,
      encoding: 'utf8',
      input,
    })
    if (status !== 0) throw new Error(`belenios-tool ${args.join(' ')}: ${stderr}`)
    return stdout
  }
}

function fileOf(folder: string, ending: string): string {
  const name = readdirSync(folder).find((file) => file.endsWith(ending))
  if (name === undefined) throw new Error(`belenios-tool made no ${ending}`)
  return name
}

/** Sets an election of one trustee up, as the tool's own demonstration does; the answer are the voters' credentials. */
function setUp(folder: string, tool: Tool): readonly string[] {
  const uuid = ['--uuid', tool(['setup', 'generate-token']).trim()]
  const voters = Array.from({ length: VOTERS }, (_, n) => `v${n}@example.com,v${n},1\n`)
  writeFileSync(join(folder, 'voters.txt'), voters.join(''))
  writeFileSync(join(folder, 'template.json'), JSON.stringify(TEMPLATE))
  tool(['setup', 'generate-credentials', ...uuid, ...GROUP, '--file', 'voters.txt'])
  renameSync(join(folder, fileOf(folder, '.pubcreds')), join(folder, 'public_creds.json'))
  tool(['setup', 'generate-trustee-key', ...GROUP])
  renameSync(join(folder, fileOf(folder, '.pubkey')), join(folder, 'public_keys.jsons'))
  tool(['setup', 'make-trustees'])
  tool(['setup', 'make-election', ...uuid, ...GROUP, '--template', 'template.json'])
  tool(['archive', 'init'])
  const credentials = readFileSync(join(folder, fileOf(folder, '.privcreds')), 'utf8').trim()
  return credentials.split('\n').map((line) => line.split(/\s+/)[1] ?? '')
}

/** Milliseconds a ballot that a step takes. */
function measure(what: string, task: () => void): void {
  const start = performance.now()
  task()
  report(`  belenios-tool, ${what}`, `${((performance.now() - start) / VOTERS).toFixed(1)} ms a ballot`)
}

function runElection(folder: string): void {
  const tool = toolIn(folder)
  const add = (type: string, event = ''): string => tool(['archive', 'add-event', `--type=${type}`], event)
  const credentials = setUp(folder, tool)
  writeFileSync(join(folder, 'choice.json'), '[[1,0,0]]')
  const ballots: string[] = []
  measure('create, a process each', () => {
    for (const credential of credentials) {
      writeFileSync(join(folder, 'credential'), credential)
      const files = ['--privcred', 'credential', '--ballot', 'choice.json']
      ballots.push(tool(['election', 'generate-ballot', ...files]))
    }
  })
  for (const ballot of ballots) add('Ballot', ballot)
  measure(`verify ${VOTERS} ballots`, () => tool(['election', 'verify']))
  measure('tally: add up, decrypt, result (one trustee)', () => {
    add('EndBallots')
    add('EncryptedTally', tool(['election', 'compute-encrypted-tally']))
    const decrypt = ['election', 'decrypt', '--privkey', fileOf(folder, '.privkey'), '--trustee-id', '1']
    add('PartialDecryption', tool(decrypt))
    add('Result', tool(['election', 'compute-result']))
  })
  measure('verify all', () => tool(['election', 'verify']))
}

/** Reports what the same takes with Belenios, or that it is not there. */
export function reportBelenios(): void {
  if (spawnSync('belenios-tool', ['--version']).status !== 0) {
    console.log('  belenios-tool is not run: it is not installed (Debian has it)')
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'plenum-belenios-'))
  try {
    runElection(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
