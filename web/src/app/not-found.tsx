import { Link } from '@tanstack/react-router'
import { useSay } from '../words/language.tsx'

export const NotFound = () => {
  const say = useSay()
  return (
    <section>
      <h1>{say('没有这个页面', 'There is no such page')}</h1>
      <Link to="/work" search={{}}>
        {say('回到工作台', 'Back to work')}
      </Link>
    </section>
  )
}
