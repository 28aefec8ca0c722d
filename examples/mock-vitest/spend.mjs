/** What an account spent yesterday, as a program would ask it of Twilio. */
export async function spentYesterday(client) {
  const [total] = await client.usage.records.yesterday.list({ category: "totalprice", limit: 1 });
  return total.price;
}
