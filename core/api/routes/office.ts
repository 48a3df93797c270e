import * as z from 'zod'
import * as others from '../others.ts'
import { everyone, type Route } from '../route.ts'
import { machineNames, WorkflowView } from '../workflow.ts'

export const officeRoutes = {
  health: {
    method: 'GET',
    path: '/health',
    in: 'office',
    who: 'nobody',
    zh: '服务状态',
    en: 'whether the service is up',
    status: 200,
    answer: others.Health,
  },
  openapi: {
    method: 'GET',
    path: '/openapi.json',
    in: 'office',
    who: 'nobody',
    zh: '接口说明',
    en: 'this description',
    status: 200,
    answer: z.record(z.string(), z.unknown()),
  },
  me: {
    method: 'GET',
    path: '/me',
    in: 'office',
    who: everyone,
    zh: '当前用户',
    en: 'who is signed in',
    status: 200,
    answer: others.Me,
  },
  signOut: {
    method: 'POST',
    path: '/sign-out',
    in: 'office',
    who: everyone,
    zh: '退出登录，令牌立即失效',
    en: 'end the session: its tokens count no longer',
    status: 200,
    answer: others.SignedOut,
  },
  directory: {
    method: 'GET',
    path: '/directory',
    in: 'office',
    who: everyone,
    zh: '单位名录',
    en: 'departments, teams, banks and people by name',
    status: 200,
    answer: others.Directory,
  },
  getWorkflow: {
    method: 'GET',
    path: '/workflows/{machine}',
    in: 'office',
    who: everyone,
    zh: '流程图',
    en: 'a workflow as it runs, to be drawn',
    params: z.object({ machine: z.enum(machineNames) }),
    status: 200,
    answer: WorkflowView,
  },
} as const satisfies Record<string, Route>
