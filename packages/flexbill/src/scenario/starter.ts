/** A story to begin with: it holds as it stands. */
export const starterStory = `schema: flexbill.scenario/1
title: Two users of eight hours each cost sixteen dollars
clauses: [T-07]
month: 2025-05
contract:
  plan:
    - { model: active-user-hour, from: 2025-04-01, price: "1.00" }
events:
  - presence: { user: ada, activity: available, start: 2025-05-06T09:00:00Z, end: 2025-05-06T17:00:00Z }
  - presence: { user: ben, activity: available, start: 2025-05-06T09:00:00Z, end: 2025-05-06T17:00:00Z }
steps:
  # 2 users × 8 h × 1.00 = 16.00
  - expect:
      lines:
        license/flex-active-user-hour: { quantity: "16", amount: "16.00" }
`;
