import { RemovalPolicy } from 'aws-cdk-lib'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'

/**
 * The key that seals each day. It never leaves KMS: whoever can write the table cannot sign another past. ECDSA on
 * P-256, as every region has it; its public half is what `npm run audit -- verify` needs.
 */
export const makeSealKey = (scope: Construct): Key =>
  new Key(scope, 'SealKey', {
    description: 'Seals the days of the audit trail of Zhuqi',
    keySpec: KeySpec.ECC_NIST_P256,
    keyUsage: KeyUsage.SIGN_VERIFY,
    removalPolicy: RemovalPolicy.RETAIN,
  })
