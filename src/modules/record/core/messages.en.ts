import { say, type Sentences } from '#kernel/sentences'

/** What this module refuses or finds wrong. */
export const english = {
  // Opening the storage
  'folder-not-writable': (f) =>
    `The folder ${say(f['folder'])} cannot be written (${say(f['why'])}). Give it to the user who runs Plenum, or choose another.`,
  'folder-in-use': (f) =>
    `Another Plenum (process ${say(f['pid'])}) is writing in ${say(f['folder'])}. Stop it first, or choose another folder.`,
  'no-database': (f) =>
    `There is no record in ${say(f['folder'])} yet. Start Plenum there once, or choose the right folder.`,
  'database-damaged': (f) =>
    `${say(f['file'])} is damaged or is no Plenum database (${say(f['why'])}). Put a backup in its place; Plenum changed nothing.`,
  'database-url-wrong': () => 'DATABASE_URL is not of the form postgres://user:password@host:port/database.',
  'database-unreachable': (f) =>
    `The PostgreSQL server at ${say(f['host'])}, port ${say(f['port'])}, does not answer (${say(f['why'])}).`,
  'database-refuses': (f) =>
    `The PostgreSQL server at ${say(f['host'])}, port ${say(f['port'])}, refuses user ${say(f['user'])} or database ${say(f['database'])} (${say(f['why'])}).`,
  'database-too-old': (f) =>
    `The database runs PostgreSQL ${say(f['version'])}; Plenum needs ${say(f['needed'])} or later.`,
  'database-newer': (f) =>
    `A newer Plenum has changed this database (${say(f['names'])}). Run that version or a later one.`,
  'database-older': (f) =>
    `This database lacks changes that this Plenum needs (${say(f['names'])}). Start the server once; it makes them.`,
  // Writing the record
  'database-gone': (f) =>
    `The database does not answer (${say(f['why'])}). Nothing was recorded; try again later.`,
  'disk-full': () => 'The disk is full. Nothing was recorded; make room and try again.',
  'outcome-unknown': () =>
    'The connection to the database broke at the last moment. Whether this was recorded will show in a moment.',
  'not-empty': (f) =>
    `There is something here already (${say(f['found'])}). A dump is restored into an empty database only.`,
  // Signed notes, checkpoints, tiles
  'key-malformed': () => 'This is not a key of the form name+hash+base64.',
  'note-malformed': (f) => `This is not a signed note: ${say(f['why'])}.`,
  'note-not-signed': (f) => `The note carries no signature by the key of ${say(f['name'])}.`,
  'note-signature-wrong': (f) => `The signature of ${say(f['name'])} does not fit the note.`,
  'checkpoint-malformed': (f) => `This is not a checkpoint: ${say(f['why'])}.`,
  'tile-path-malformed': (f) => `${say(f['path'])} is not the path of a tile.`,
  'tile-absent': (f) => `The tree of ${say(f['size'])} entries has no such tile.`,
  'beyond-record': (f) => `The record has ${say(f['size'])} entries; ${say(f['asked'])} were asked for.`,
  // Texts beside the record
  'held-text-missing': () => 'Write something first.',
  'held-text-too-long': (f) =>
    `The text has ${say(f['length'])} characters; ${say(f['most'])} is the most. Shorten it.`,
  // Reading an export
  'line-not-json': (f) => `Line ${say(f['line'])} is not JSON.`,
  'line-not-canonical': (f) =>
    `Line ${say(f['line'])} is not canonical JSON (a key twice, white space, another order of keys or way of writing).`,
  'line-unknown-kind': (f) => `Line ${say(f['line'])} is neither a head, an entry nor a text.`,
  'line-unknown-key': (f) => `Line ${say(f['line'])} has a field ${say(f['key'])} that no export has.`,
  'line-field-wrong': (f) =>
    `Line ${say(f['line'])}: the field ${say(f['key'])} is missing or not ${say(f['expected'])}.`,
  'line-format-unknown': (f) =>
    `This export has format ${say(f['format'])}, which this version does not know.`,
  // Checking a tree
  'head-missing': () => 'The export does not begin with its head line.',
  'head-twice': (f) => `Line ${say(f['line'])} is a second head.`,
  'text-before-entry': (f) => `An entry stands after the texts, in line ${say(f['line'])}.`,
  'other-key': (f) =>
    `The export is signed with the key ${say(f['key'])}, not with ${say(f['expected'])} that you trust.`,
  'entry-missing': (f) =>
    f['from'] === f['to']
      ? `Entry ${say(f['from'])} is missing.`
      : `Entries ${say(f['from'])} to ${say(f['to'])} are missing.`,
  'entry-twice': (f) => `Entry ${say(f['seq'])} stands twice.`,
  'entry-out-of-order': (f) =>
    `Entry ${say(f['seq'])} is out of order: it stands after entry ${say(f['after'])}.`,
  'body-hash-wrong': (f) => `The body of entry ${say(f['seq'])} is not the one that was recorded.`,
  'leaf-wrong': (f) => `The header of entry ${say(f['seq'])} is not the one that was recorded.`,
  'time-goes-back': (f) => `Entry ${say(f['seq'])} is dated before the entry before it.`,
  'id-twice': (f) => `Entry ${say(f['seq'])} has the same author and id as an entry before it.`,
  'text-hash-wrong': (f) => `The text ${say(f['text'])} is not the one whose hash was recorded.`,
  'checkpoint-invalid': (f) => `The checkpoint of the export is not valid: ${say(f['why'])}.`,
  'checkpoint-other-origin': (f) =>
    `The checkpoint is of ${say(f['found'])}, the export says ${say(f['origin'])}.`,
  'checkpoint-other-size': (f) =>
    `The checkpoint covers ${say(f['signed'])} entries, the export has ${say(f['found'])}.`,
  'checkpoint-other-root': () =>
    'The entries do not give the root that the checkpoint signs: something was changed.',
  'older-checkpoint-invalid': (f) => `The older checkpoint is not valid for this record: ${say(f['why'])}.`,
  'older-checkpoint-other-origin': (f) =>
    `The older checkpoint is of ${say(f['found'])}, the export of ${say(f['origin'])}.`,
  'older-checkpoint-beyond': (f) =>
    `The older checkpoint covers ${say(f['signed'])} entries, more than this export with ${say(f['found'])}: entries were dropped.`,
  'older-checkpoint-other-root': (f) =>
    `The first ${say(f['signed'])} entries are not those that the older checkpoint signed: history was rewritten.`,
} as const satisfies Sentences<string>

/** The codes of this module's refusals and violations. */
export type RecordCode = keyof typeof english
