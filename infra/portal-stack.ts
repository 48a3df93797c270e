import { type App, CfnOutput, CfnParameter, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { apiBase } from '../core/api/routes.ts'
import { contentSecurityPolicyWith, permissionsPolicy } from '../core/api/security-headers.ts'

/** An address of the portal is no file: the page that answers it is. The firm's link and a bank's have pages of their own. */
const toThePage = `function handler(event) {
  var request = event.request
  var link = /^\\/([tb])(\\/|$)/.exec(request.uri)
  if (link) request.uri = '/' + link[1] + '/index.html'
  else if (!/\\.[a-z0-9]+$/.test(request.uri)) request.uri = '/index.html'
  return request
}`

const makeBuckets = (stack: Construct) => {
  const closed = {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
  }
  const logs = new Bucket(stack, 'Logs', {
    ...closed,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    lifecycleRules: [{ expiration: Duration.days(366) }],
    removalPolicy: RemovalPolicy.RETAIN,
  })
  const pages = new Bucket(stack, 'Pages', {
    ...closed,
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: 'pages/',
    removalPolicy: RemovalPolicy.DESTROY,
  })
  return { logs, pages }
}

const makeHeaders = (stack: Construct, signInOrigin: string) =>
  new ResponseHeadersPolicy(stack, 'Headers', {
    securityHeadersBehavior: {
      contentSecurityPolicy: {
        contentSecurityPolicy: contentSecurityPolicyWith(signInOrigin),
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override: true },
    },
    customHeadersBehavior: {
      customHeaders: [{ header: 'Permissions-Policy', value: permissionsPolicy, override: true }],
    },
  })

const makeParameters = (stack: Stack) => {
  const text = (id: string, description: string, allowedPattern: string) =>
    new CfnParameter(stack, id, { type: 'String', description, allowedPattern }).valueAsString
  return {
    apiHost: text(
      'ApiHost',
      "Host of the API: the office's output ApiAddress without https.",
      '^[a-z0-9.-]+$',
    ),
    domain: text('Domain', 'Host name of the portal, without https and without a path.', '^[a-z0-9.-]+$'),
    signInOrigin: text(
      'SignInOrigin',
      'Origin at which people sign in and the page asks for tokens: https and the host of TokenIssuer.',
      '^https://[^/\\s;,]+$',
    ),
    certificate: text('Certificate', 'ARN of its certificate in us-east-1.', '^arn:aws:acm:us-east-1:.+$'),
  }
}

/**
 * The portal's files behind CloudFront, and the API under the same origin, so that no page ever asks another host. A
 * stack of its own: an office may serve the files from elsewhere, and in the China regions must, as CloudFront there has
 * neither functions nor origin access control.
 */
export const makePortalStack = (app: App, region?: string | undefined): Stack => {
  const stack = new Stack(app, 'ZhuqiPortal', {
    description: 'Zhuqi: the portal',
    ...(region && { env: { region } }),
  })
  const { apiHost, domain, certificate, signInOrigin } = makeParameters(stack)
  const { logs, pages } = makeBuckets(stack)
  const responseHeadersPolicy = makeHeaders(stack, signInOrigin)
  const viewerProtocolPolicy = ViewerProtocolPolicy.REDIRECT_TO_HTTPS
  const distribution = new Distribution(stack, 'Distribution', {
    domainNames: [domain],
    certificate: Certificate.fromCertificateArn(stack, 'DomainCertificate', certificate),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    httpVersion: HttpVersion.HTTP2_AND_3,
    defaultRootObject: 'index.html',
    enableLogging: true,
    logBucket: logs,
    logFilePrefix: 'visits/',
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(pages),
      responseHeadersPolicy,
      viewerProtocolPolicy,
      compress: true,
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: new EdgeFunction(stack, 'ToThePage', {
            code: FunctionCode.fromInline(toThePage),
            runtime: FunctionRuntime.JS_2_0,
          }),
        },
      ],
    },
    additionalBehaviors: {
      [`${apiBase}/*`]: {
        origin: new HttpOrigin(apiHost),
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        responseHeadersPolicy,
        viewerProtocolPolicy,
      },
    },
  })
  new CfnOutput(stack, 'PagesBucket', { value: pages.bucketName })
  new CfnOutput(stack, 'DistributionId', { value: distribution.distributionId })
  new CfnOutput(stack, 'DistributionName', { value: distribution.distributionDomainName })
  return stack
}
