import { LOCALES } from '#kernel/language'
import { count } from './common.ts'

/** In megabytes or gigabytes, whichever says more. */
const sayBytes = (bytes: number) =>
  bytes < 1e9
    ? `${Math.ceil(bytes / 1e6).toLocaleString(LOCALES.en)} MB`
    : `${(bytes / 1e9).toLocaleString(LOCALES.en, { maximumFractionDigits: bytes < 1e10 ? 2 : 0 })} GB`

/** The pages for whoever runs the server. */
export const operator = {
  title: 'Maintenance',
  signOut: 'Sign out of these pages',
  signIn: {
    lead: 'For whoever runs this server. These pages show how it is; they decide nothing, and sign nobody in as a member.',
    how: 'Print a code on the machine it runs on. It is valid for 15 minutes and once.',
    code: 'Code',
    submit: 'Open the maintenance pages',
  },
  health: {
    title: 'Health',
    lead: 'How the server is. Nothing here is about anybody.',
    well: 'All is well: acts are being entered.',
    version: 'Version',
    versions: (plenum: string, node: string) => `Plenum ${plenum}, Node ${node}`,
    running: 'Running since',
    engine: 'Database',
    engines: { sqlite: 'SQLite', postgres: 'PostgreSQL' },
    size: sayBytes,
    record: 'Record',
    entries: (n: number) => count(n, 'entry', 'entries'),
    checkpoint: 'Last signed checkpoint',
    noCheckpoint: 'none yet',
    covers: (n: number) => `covers ${count(n, 'entry', 'entries')}`,
    disk: 'Disk',
    free: (free: number, total: number) => `${sayBytes(free)} of ${sayBytes(total)} free`,
    backup: 'Last backup',
    backups: { none: 'There is none yet.', unknown: 'Not known: PLENUM_BACKUPS names no folder.' },
    memory: 'Memory',
    used: (used: number, total: number) => `${sayBytes(used)} of the machine’s ${sayBytes(total)}`,
    clock: 'The machine’s clock',
    clockWell: 'it has not jumped.',
    queues: { mail: 'Mail', webhook: 'Webhooks' },
    queue: (waiting: number, givenUp: number) =>
      `${count(waiting, 'message waits', 'messages wait')}, ${count(givenUp, 'was', 'were')} given up`,
    due: 'Falls due next',
    nothingDue: 'nothing',
  },
  keys: {
    title: 'Keys',
    lead: 'The server signs the record’s checkpoints with a key of its own. Members check them with the public half.',
    origin: 'Name of the log',
    vkey: 'Public key',
    checkpoint: 'Checkpoint',
    checkpointFile: 'The last one, as a file',
    private: 'The private key',
    privateWhere: {
      sqlite:
        'It stands in the database, the file plenum.sqlite in the data folder, which only the user that runs the server may read. A copy of that file holds it too; a dump (plenum dump) does not.',
      postgres:
        'It stands in the database, in the table “log”. Whoever may read that table holds it, and so does a copy of the database; a dump (plenum dump) does not.',
    },
    privateKeep:
      'Whoever has it can sign another history under this name. Keep copies of the database as you keep the server: encrypted, with few people, and never in a mail.',
    privateLost:
      'If it may have been copied, make a dump and restore it into an empty database: the record then goes on under a new key, and says so in its first entry. Tell the members the new key by another way than this server.',
  },
}
