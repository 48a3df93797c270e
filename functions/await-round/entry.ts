import { SFNClient } from '@aws-sdk/client-sfn'
import { awsContainer } from '../lib/aws.ts'
import { readEnvironment } from '../lib/environment.ts'
import { makeTaskAnswers } from '../lib/workflows.ts'
import { awaitRoundTask } from './task.ts'

export const handler = awaitRoundTask(
  awsContainer(readEnvironment(['TABLE_NAME'])),
  makeTaskAnswers(new SFNClient({})),
)
