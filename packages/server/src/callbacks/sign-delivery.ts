// Signatures of callbacks: Standard Webhooks (https://www.standardwebhooks.com), HMAC-SHA256 over `id.timestamp.body`.
import { Webhook } from 'standardwebhooks';

/** Headers that prove who sent the body. One signature per secret, newest first, so that receivers can rotate. */
export function signDelivery(
  secrets: readonly string[],
  delivery: { id: string; timestampS: number; body: string },
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const at = new Date(delivery.timestampS * 1000);
  return {
    'webhook-id': delivery.id,
    'webhook-timestamp': String(delivery.timestampS),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(delivery.id, at, delivery.body)).join(' '),
  };
}
