import { Button } from 'antd'
import { unlawfulLimitsOf } from '../../../../core/hiring/fair-wording.ts'
import { mostPosts } from '../../../../core/issue/hiring.ts'
import { Limits } from '../../parts/limits.tsx'
import { useSay } from '../../words/language.tsx'
import { CommandField } from '../issue/command-field.tsx'
import { postFields } from '../issue/hiring-fields.ts'
import { newId } from './visit-draft.ts'

type Post = Record<string, string>
type Props = {
  /** Where the posts stand among the faults of the form. */
  at: string
  posts: Post[]
  faults: Record<string, string>
  /** What a first post begins with. */
  begin: Post
  onChange: (posts: Post[]) => void
}

/** Posts with all that a firm says of them; limits that the law forbids are pointed out as they are typed. */
export const PostList = ({ at, posts, faults, begin, onChange }: Props) => {
  const say = useSay()
  return (
    <>
      {posts.map((post, index) => (
        <fieldset key={post.id} className="card">
          <legend>{say(`岗位 ${index + 1}`, `Post ${index + 1}`)}</legend>
          <Limits found={unlawfulLimitsOf(post)} />
          <div className="pair">
            {postFields.map((field) => (
              <CommandField
                key={field.name}
                field={field}
                value={post[field.name] ?? ''}
                fault={faults[`${at}/${index}/${field.name}`]}
                onChange={(value) => onChange(posts.with(index, { ...post, [field.name]: value }))}
              />
            ))}
          </div>
          <Button onClick={() => onChange(posts.toSpliced(index, 1))}>
            {say(`删去岗位 ${index + 1}`, `Remove post ${index + 1}`)}
          </Button>
        </fieldset>
      ))}
      {posts.length < mostPosts && (
        <Button
          onClick={() =>
            onChange([...posts, { id: newId(), ...(posts.length === 0 ? begin : { kind: 'full' }) }])
          }
        >
          {posts.length === 0
            ? say('填写岗位详情（选填）', 'More about the post (wage, schooling …; optional)')
            : say('再加一个岗位', 'Another post')}
        </Button>
      )}
    </>
  )
}
