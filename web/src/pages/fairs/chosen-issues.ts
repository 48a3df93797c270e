/** An issue as it was chosen: its number, and the firm and words by which people know it. */
export type ChosenIssue = { id: string; words: string }

/** A line for each, as a form keeps it: the number, a space, the words. */
export const chosenIssues = (typed: string): ChosenIssue[] =>
  typed.split('\n').flatMap((line) => {
    const [id = '', ...words] = line.split(' ')
    return id ? [{ id, words: words.join(' ') }] : []
  })

export const writeIssues = (issues: readonly ChosenIssue[]) =>
  issues.map(({ id, words }) => `${id} ${words.replaceAll('\n', ' ')}`).join('\n')
