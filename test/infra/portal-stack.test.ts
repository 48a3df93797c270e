import { runInNewContext } from 'node:vm'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { AwsSolutionsChecks } from 'cdk-nag'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { contentSecurityPolicyWith } from '../../core/api/security-headers.ts'
import { makePortalStack } from '../../infra/portal-stack.ts'
import { acknowledgedOfPortal, acknowledgePortalFindings } from '../../infra/reasons.ts'

const portal = (options: { acknowledge?: boolean } = {}) => {
  const app = new App()
  const stack = makePortalStack(app)
  if (options.acknowledge ?? true) acknowledgePortalFindings(stack)
  return { app, template: Template.fromStack(stack) }
}

const rulesFound = (acknowledge: boolean) => {
  const { app } = portal({ acknowledge })
  return new AwsSolutionsChecks(app).validateScope(app).violations.map(({ ruleName }) => ruleName)
}

const Request = z.object({ uri: z.string() })

const pageFor = (uri: string) => {
  const [code] = Object.values(portal().template.findResources('AWS::CloudFront::Function'))
  const source = z.string().parse(code?.Properties.FunctionCode)
  const answer: unknown = runInNewContext(`${source}; handler(event)`, { event: { request: { uri } } })
  return Request.parse(answer).uri
}

describe('the portal behind CloudFront', () => {
  it.each([
    ['/', '/index.html'],
    ['/issues/20261123-7K3Q9', '/index.html'],
    ['/t', '/t/index.html'],
    ['/t/', '/t/index.html'],
    ['/b', '/b/index.html'],
    ['/b/', '/b/index.html'],
    ['/banks', '/index.html'],
    ['/assets/portal-1.js', '/assets/portal-1.js'],
    ['/sw.js', '/sw.js'],
  ])('answers %s with %s', (address, file) => {
    expect(pageFor(address)).toBe(file)
  })

  it('passes the API on uncached, with everything that the caller sent but the host', () => {
    portal().template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        CacheBehaviors: [
          {
            PathPattern: '/api/v1/*',
            CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
            OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
            ViewerProtocolPolicy: 'redirect-to-https',
          },
        ],
      },
    })
  })

  it('tells browsers what the one-machine office tells them, with the place where people sign in', () => {
    const [before, after] = contentSecurityPolicyWith('ORIGIN').split('ORIGIN')
    portal().template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: {
            ContentSecurityPolicy: { 'Fn::Join': ['', [before, { Ref: 'SignInOrigin' }, after]] },
          },
        },
      },
    })
  })

  it('keeps its files from everyone but the distribution', () => {
    for (const bucket of Object.values(portal().template.findResources('AWS::S3::Bucket'))) {
      expect(bucket.Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      })
    }
  })

  it('leaves no finding of the AwsSolutions pack unexplained, and explains none that is not found', () => {
    expect(rulesFound(true)).toEqual([])
    expect([...new Set(rulesFound(false))].sort()).toEqual(
      acknowledgedOfPortal.map(({ rule }) => rule).sort(),
    )
  })
})
