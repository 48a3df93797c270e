import { join, resolve } from 'node:path'
import { EngineError } from '../engine/engine-error.ts'
import { backUp } from './backup.ts'
import { KeepsafeError } from './keepsafe-error.ts'
import { restore } from './restore.ts'
import { upgrade } from './upgrade.ts'

/** `npm run backup [-- folder]`, `npm run restore -- backup`, `npm run upgrade`. */
const dataDir = resolve(process.env.ZHUQI_DATA ?? '.zhuqi')
const backups = resolve(process.env.ZHUQI_BACKUPS ?? join(`${dataDir}-backups`))
const [work, where] = process.argv.slice(2)
const now = new Date()

const usage = () => {
  console.error(
    '用法 / usage: npm run backup [-- 存放目录 folder] | npm run restore -- 备份目录 backup | npm run upgrade',
  )
  process.exitCode = 2
}

const run = async () => {
  if (work === 'backup') {
    const folder = await backUp(dataDir, where ? resolve(where) : backups, now)
    console.log(`已备份到 / backed up into ${folder}`)
  } else if (work === 'restore' && where) {
    const { manifest, aside } = await restore(resolve(where), dataDir, now)
    console.log(`已恢复 ${manifest.madeAt} 的备份 / restored the backup of ${manifest.madeAt}`)
    if (aside) console.log(`原有数据移至 / what was there lies in ${aside}`)
    console.log('请运行 npm run upgrade，再启动。 / Run npm run upgrade, then start.')
  } else if (work === 'upgrade') {
    const { backup, copied } = await upgrade(dataDir, backups, now)
    console.log(`升级前的备份 / backup of before: ${backup}`)
    console.log(
      copied === undefined
        ? '数据已适合当前版本。 / The data fits this version.'
        : `已按当前版本重建 ${copied} 条记录的索引。 / ${copied} rows have their indexes of this version.`,
    )
  } else usage()
}

try {
  await run()
} catch (error) {
  const known = error instanceof KeepsafeError || error instanceof EngineError
  console.error(known ? error.message : error)
  process.exitCode = 1
}
