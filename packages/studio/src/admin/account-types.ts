// Accounts, keys and packs as `/admin/v1` shows them; times are Unix ms.

export interface AdminAccount {
  id: string;
  enabled: boolean;
  weight: number;
  retention_days: number | null;
  requests_per_second: number | null;
  concurrency: number | null;
  when_busy: 'refuse' | 'queue';
  billing: 'unlimited' | 'prepaid' | 'postpaid';
  credit_limit: number;
  usage?: { slots_held: number; owed_units: number; reserved_units: number };
}

export interface AdminKey {
  id: string;
  hint: string;
  label: string;
  created_at: number;
  expires_at: number | null;
  revoked_at: number | null;
  models: string[] | null;
  allow_ips: string[] | null;
}

export interface AdminPack {
  id: string;
  name: string;
  quantity: number;
  remaining: number;
  reserved: number;
  effective_at: number;
  expires_at: number;
}
