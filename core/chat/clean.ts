/** A forwarded message's head: who, perhaps when, and nothing else on the line. */
const HEAD =
  /^(?:[^\s，。：:]{1,16}[ \t]+)?(?:\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?[ \t]+)?(?:上午|下午|昨天|今天|星期.)?[ \t]*\d{1,2}:\d{2}(?::\d{2})?[ \t]*$/
const MENTION = /@[^\s@]{1,16}(?:\s|$)/g
const EMOJI = /\[[\u4e00-\u9fa5a-zA-Z]{1,5}\]|\p{Extended_Pictographic}\uFE0F?/gu

/** What was said, half-width, without the heads of forwarded messages, mentions and little pictures. */
export const cleanMessage = (text: string): string =>
  text
    .normalize('NFKC')
    .split(/\r?\n/)
    .map((line) => line.replace(EMOJI, '').replace(MENTION, '').trim())
    .filter((line) => line !== '' && !HEAD.test(line))
    .join('\n')
    .trim()
