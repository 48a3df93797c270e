import * as z from 'zod'
import { UnitId } from '../../scalars.ts'
import { Delivery } from '../../webhook/delivery.ts'
import { Endpoint } from '../../webhook/hooks.ts'
import type { Route } from '../route.ts'
import * as webhooks from '../webhooks.ts'

const OfBank = z.object({ bank: UnitId })
const OfEndpoint = z.object({ bank: UnitId, endpoint: Endpoint.shape.id })
const OfDelivery = z.object({ id: Delivery.shape.id })

export const webhooksRoutes = {
  getWebhooks: {
    method: 'GET',
    path: '/banks/{bank}/webhooks',
    in: 'webhooks',
    who: ['admin'],
    zh: '银行系统的推送地址',
    en: "addresses of a bank's own system",
    params: OfBank,
    status: 200,
    answer: webhooks.BankHooksView,
  },
  addWebhook: {
    method: 'POST',
    path: '/banks/{bank}/webhooks',
    in: 'webhooks',
    who: ['admin'],
    zh: '登记银行系统的推送地址，密钥只显示一次',
    en: "enter an address of a bank's own system; its secret is told once",
    params: OfBank,
    body: webhooks.AddEndpoint,
    status: 201,
    answer: webhooks.EndpointAnswer,
  },
  rotateWebhookSecret: {
    method: 'POST',
    path: '/banks/{bank}/webhooks/{endpoint}/secret',
    in: 'webhooks',
    who: ['admin'],
    zh: '更换推送密钥，旧密钥两天内仍有效',
    en: 'make a new secret; the old one signs for two more days',
    params: OfEndpoint,
    body: z.strictObject({}),
    status: 201,
    answer: webhooks.EndpointAnswer,
  },
  endWebhook: {
    method: 'POST',
    path: '/banks/{bank}/webhooks/{endpoint}/end',
    in: 'webhooks',
    who: ['admin'],
    zh: '停用推送地址',
    en: 'send nothing to an address any more',
    params: OfEndpoint,
    body: z.strictObject({}),
    status: 200,
    answer: webhooks.EndpointAnswer.omit({ secret: true }),
  },
  listDeliveries: {
    method: 'GET',
    path: '/webhook-deliveries',
    in: 'webhooks',
    who: ['admin'],
    zh: '未送达（死信）或仍在重试的推送',
    en: 'deliveries given up, or still being tried',
    query: webhooks.ListDeliveries,
    status: 200,
    answer: webhooks.DeliveryList,
  },
  getDelivery: {
    method: 'GET',
    path: '/webhook-deliveries/{id}',
    in: 'webhooks',
    who: ['admin'],
    zh: '一次推送和它的每次尝试',
    en: 'a delivery and each of its tries',
    params: OfDelivery,
    status: 200,
    answer: webhooks.DeliveryTries,
  },
  redeliver: {
    method: 'POST',
    path: '/webhook-deliveries/{id}/redelivery',
    in: 'webhooks',
    who: ['admin'],
    zh: '重新推送，编号不变',
    en: 'deliver again, under the same id',
    params: OfDelivery,
    body: z.strictObject({}),
    status: 200,
    answer: webhooks.DeliveryAnswer,
  },
} as const satisfies Record<string, Route>
