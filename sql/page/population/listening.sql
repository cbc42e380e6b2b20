-- Minutes of those who listened. The bins are those of all users of the feed.
with width as (
  select unit * case when steps <= 1 then 1 when steps <= 2 then 2 when steps <= 2.5 then 2.5 else 5 end as minutes
  from (
    select pow(10, floor(log10(m))) as unit, m / pow(10, floor(log10(m))) as steps
    from (select greatest(max(minutes) / 25, 10) as m from users) as x) as y),
bins as (
  select cast(unnest(range(cast((select max(minutes) from users) // w.minutes as bigint) + 1)) as bigint) as bin,
    cast(w.minutes as bigint) as width
  from width as w)
select {
  mean: cast(floor(avg(minutes)) as bigint), p5: quantile_disc(minutes, 0.05), p25: quantile_disc(minutes, 0.25),
  median: quantile_disc(minutes, 0.5), p75: quantile_disc(minutes, 0.75), p95: quantile_disc(minutes, 0.95),
  bins: (
    select list({"from": bin * width, "to": (bin + 1) * width, users: users} order by bin)
    from (
      select b.bin, b.width, count(p.user_id) as users
      from bins as b
      left join (select * from people where streams > 0) as p on p.minutes // b.width = b.bin
      group by all) as c)}
from people
where streams > 0
