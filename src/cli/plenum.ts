#!/usr/bin/env node
// Also the server starts here, and must not load our modules a second time: every command is loaded where it is chosen.
const { COULD_NOT_RUN, defineCommand, refuseUsage, WELL } = await import('./command.ts')
const { nearest } = await import('./nearest.ts')

const usage = `Usage: plenum <command>

  serve              start the server
  demo               make a demonstration to look around in, and serve it
  import members     bring the people of a CSV file onto the roll
  export record      write the record to a file that anybody can audit
  audit              recompute every decision of an exported record
  prove              prove that an entry stands in the record
  prove draw         draw a panel again from an exported record
  verify-proof       check such a proof
  count              count the ballots of a file, by any method, with every stage
  backup             write everything that is kept into a folder of backups, and check it
  dump               write everything that is kept to one file
  restore            read such a file into an empty database
  issuer init        make an issuer: it signs keys in secret votes beside the organization's server
  issuer members     put members on an issuer's list, and write their codes
  issuer serve       run an issuer
  issuer status      what an issuer is, and how many keys it has signed
  issuer close       destroy the keys of votes that have closed
  operator-code      print a code that opens the server's maintenance pages

Each command says more with --help, such as: plenum audit --help`

const commands = {
  serve: async () => {
    const { serve, serveSyntax } = await import('./serve.ts')
    return defineCommand(serveSyntax, serve)
  },
  demo: async () => {
    const { demo, demoSyntax } = await import('./demo.ts')
    return defineCommand(demoSyntax, demo)
  },
  'import members': async () => (await import('./import-members.ts')).importMembers,
  'export record': async () => (await import('./export-record.ts')).exportRecordCommand,
  audit: async () => (await import('./audit.ts')).audit,
  prove: async () => (await import('./prove.ts')).prove,
  'prove draw': async () => (await import('./prove-draw.ts')).proveDraw,
  'verify-proof': async () => (await import('./verify-proof.ts')).verifyProof,
  count: async () => (await import('./count.ts')).count,
  backup: async () => (await import('./backup.ts')).backup,
  dump: async () => (await import('./dump.ts')).dump,
  restore: async () => (await import('./restore.ts')).restore,
  'issuer init': async () => (await import('./issuer-init.ts')).issuerInit,
  'issuer members': async () => (await import('./issuer-members.ts')).issuerMembers,
  'issuer serve': async () => (await import('./issuer-serve.ts')).issuerServe,
  'issuer status': async () => (await import('./issuer-status.ts')).issuerStatus,
  'issuer close': async () => (await import('./issuer-status.ts')).issuerClose,
  'operator-code': async () => (await import('./operator-code.ts')).operatorCode,
}

function find(
  args: readonly string[],
): { load: (typeof commands)[keyof typeof commands]; rest: readonly string[] } | undefined {
  for (const words of [2, 1]) {
    const name = args.slice(0, words).join(' ')
    if (Object.hasOwn(commands, name))
      return { load: commands[name as keyof typeof commands], rest: args.slice(words) }
  }
  return undefined
}

function refuseCommand(args: readonly string[]) {
  const words = args.filter((arg) => !arg.startsWith('-')).slice(0, 2)
  const close =
    nearest(words.join(' '), Object.keys(commands)) ?? nearest(words[0] ?? '', Object.keys(commands))
  const hint = Object.keys(commands).find((name) => name.startsWith(`${words[0] ?? ''} `)) ?? close
  return refuseUsage(
    '',
    `There is no command “${args[0] ?? ''}”${hint === undefined ? '' : `; did you mean plenum ${hint}?`}`,
  )
}

const args = process.argv.slice(2)
const chosen = find(args)
try {
  if (chosen !== undefined) process.exitCode = await (await chosen.load())(chosen.rest)
  else if (args.length === 0 || args[0] === '--help' || args[0] === '-h') {
    console.log(usage)
    process.exitCode = WELL
  } else process.exitCode = refuseCommand(args)
} catch (error) {
  console.error(
    `Plenum stopped on a fault of its own: ${error instanceof Error ? error.message : String(error)}`,
  )
  if (process.env['PLENUM_DEBUG'] === '1') console.error(error)
  process.exitCode = COULD_NOT_RUN
}
