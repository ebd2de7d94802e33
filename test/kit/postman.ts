// A process of its own that sends the weekly messages of a seeded organization to a mail server of the test, as a real
// organization would. It is killed in the middle of it.
import { isRefusal } from '#kernel/refusal'
import { openPlenum } from '#organization/server'
import { openMailPart } from '#views/mail/mail-part.server.ts'

const [data = '', port = '0', shift = '0'] = process.argv.slice(2)
const opened = await openPlenum({
  data,
  demonstration: true,
  parts: [
    (plenum) =>
      openMailPart(
        { ...plenum, demonstration: false },
        {
          smtp: { host: '127.0.0.1', port: Number(port), secure: false, requireTLS: false, auth: undefined },
          from: { name: 'Plenum', address: 'plenum@example.org' },
          hour: 18,
          language: 'en',
        },
      ),
  ],
})
if (isRefusal(opened)) {
  console.error(opened.code)
  process.exit(1)
}
opened.clock.shift(Number(shift))
await opened.catchUp()
await opened.close()
