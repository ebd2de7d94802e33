export { startCourier } from './courier.server.ts'
export type { Courier, CourierOptions } from './courier.server.ts'
export { startFollowing } from './follow.server.ts'
export type { Following, FollowOptions } from './follow.server.ts'
export type {
  Deliver,
  Deliverer,
  Follower,
  ItemState,
  ListedItem,
  NewItem,
  OutboxPart,
  Outcome,
  Planner,
  TakenItem,
} from './item.ts'
export { outboxMigrations } from './migrations.ts'
export { countItems, enqueue, enqueueNow, forgetItems, listItems, tryAgain } from './outbox.sql.server.ts'
export type { ItemSearch, Times } from './outbox.sql.server.ts'
export { startOutbox } from './start-outbox.server.ts'
export type { Outbox, OutboxOptions } from './start-outbox.server.ts'
