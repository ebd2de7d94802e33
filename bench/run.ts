// All benchmarks, one after the other, with the machine they ran on.
import { spawnSync } from 'node:child_process'
import { arch, cpus, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'

console.log(
  `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 1e9)} GB, ${platform()} ${release()} ${arch()}, Node ${process.version}`,
)
for (const file of [
  'clerk.ts',
  'replay.ts',
  'counting.ts',
  'ballots.ts',
  'ballots-http.ts',
  'pages.ts',
  'close.ts',
]) {
  const { status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, file), ...process.argv.slice(2)],
    { stdio: 'inherit' },
  )
  if (status !== 0) process.exit(status ?? 1)
}
