import { spawnSync } from 'node:child_process'
import * as z from 'zod'

/**
 * `npm run audit:dependencies`: whether anything that is delivered is known to be vulnerable. Ends with 0 where nothing
 * is, 1 where something is, and 2 where nobody could be asked: no answer is not a clean one.
 */
const Report = z.object({
  metadata: z.object({ vulnerabilities: z.record(z.string(), z.int()) }),
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string(), range: z.string() })),
})

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', timeout: 60_000 })
const report = Report.safeParse(JSON.parse(stdout || 'null'))
if (!report.success) {
  console.error(
    '登记处没有答复，无法判断依赖是否有已知漏洞；请在能联网的机器上再查。 / The registry did not answer: nothing is known either way; ask again where there is network.',
  )
  process.exitCode = 2
} else {
  const found = Object.entries(report.data.vulnerabilities)
  for (const [name, { severity, range }] of found) console.log(`✗ ${name} ${range}: ${severity}`)
  console.log(found.length === 0 ? '✓ 没有已知漏洞 / nothing known' : `✗ ${found.length}`)
  process.exitCode = found.length === 0 ? 0 : 1
}
