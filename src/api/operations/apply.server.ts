import { z } from 'zod'
import { applyForMembership } from '#views/apply.server.ts'
import { operation } from '../operation.server.ts'
import { saltOf } from '../salt.ts'
import { secretIdShape } from '../shapes/common.ts'

export const apply = operation({
  method: 'post',
  path: '/applications',
  id: 'apply',
  tag: 'Members',
  summary: 'Apply for membership',
  description:
    'For everybody, without a token. The answer is the same whether or not the address is on the roll already; whoever keeps the roll sees the application.',
  needs: 'public',
  body: z.strictObject({
    id: secretIdShape,
    name: z.string().max(1000),
    email: z.string().max(1000).default(''),
    home: z.string().max(40).meta({ description: 'The id of the place; that of the whole where none fits.' }),
    accepted: z.boolean().meta({ description: 'Whether the points of unity are accepted.' }),
  }),
  status: 204,
  async run({ asker, surroundings, body }) {
    const { name, email } = { name: body.name.trim(), email: body.email.trim() }
    return applyForMembership(asker, surroundings.address, { ...body, name, email, salt: saltOf(body.id) })
  },
})
