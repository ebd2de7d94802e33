import { toBase64 } from '#kernel/bytes'
import { sha256 } from '#kernel/hash'
import { signEd25519, verifyEd25519 } from '#kernel/ed25519'
import { createSigningKey } from '#modules/record'
import {
  appendLeaf,
  createFrontier,
  entryLine,
  formatCheckpoint,
  formatExportLine,
  formatVkey,
  frontierRoot,
  hashBody,
  hashLeaf,
  leafText,
  parseExportLine,
  signNote,
  type Entry,
  type ExportLine,
  type KeptEntry,
} from '#modules/record/core'
import { createAudit, type AuditReport } from '#organization'

const ORIGIN = 'plenum/test/1'
const KEY = createSigningKey(new Uint8Array(32).fill(7))

/** The entry as it is kept, under a salt that is the same in every run. */
function keep(entry: Entry): KeptEntry {
  const salt = sha256(`${entry.seq} ${entry.id}`).slice(0, 16)
  return { ...entry, salt: toBase64(salt), bodyHash: hashBody(salt, entry.body) }
}

function close({ salt: _salt, body: _body, ...rest }: KeptEntry): KeptEntry {
  return rest
}

/** The export of these entries under a signed checkpoint; the bodies of those that `hides` names are closed in it. */
export function exportOf(
  entries: readonly Entry[],
  hides: (entry: Entry) => boolean = () => false,
): readonly ExportLine[] {
  const key = { name: ORIGIN, publicKey: KEY.publicKey }
  const frontier = createFrontier()
  const lines = entries.map((entry) => {
    const kept = keep(entry)
    appendLeaf(frontier, hashLeaf(leafText(kept)))
    return entryLine(hides(entry) ? close(kept) : kept)
  })
  const text = formatCheckpoint({ origin: ORIGIN, size: entries.length, root: frontierRoot(frontier) })
  const checkpoint = signNote(text, key, (message) => signEd25519(KEY.seed, message))
  return [{ kind: 'head', origin: ORIGIN, key: formatVkey(key), checkpoint }, ...lines]
}

/** Audits the export of these entries. */
export function auditOf(entries: readonly Entry[], hides?: (entry: Entry) => boolean): AuditReport {
  const audit = createAudit({ verify: verifyEd25519 })
  for (const [i, line] of exportOf(entries, hides).entries())
    audit.take(parseExportLine(formatExportLine(line), i + 1))
  return audit.finish()
}
