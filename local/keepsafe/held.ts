import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { takeGuard } from '../engine/guard.ts'
import { both } from './keepsafe-error.ts'

/** Does something to a data folder that no office may be running on meanwhile. */
export const holding = async <T>(dataDir: string, work: () => Promise<T>): Promise<T> => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const guard = takeGuard(join(dataDir, 'engine.guard'))
  if (!guard)
    throw both(
      '助企正在这个数据文件夹上运行，请先停止再操作。',
      'Zhuqi is running on this data folder; stop it first.',
    )
  try {
    return await work()
  } finally {
    guard.release()
  }
}
