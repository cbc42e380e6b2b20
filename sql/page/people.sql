-- Users as the page sees them: their age in whole years on the window's last day, its band, and a cell, which is a
-- number for users of the same country, plan and band. Whatever the filters, sums over cells are sums over users.
select
  *, cast(dense_rank() over (order by country, plan, age_band) as smallint) as cell
from (
  select
    *,
    case
      when age < 18 then '0-17' when age < 25 then '18-24' when age < 35 then '25-34' when age < 45 then '35-44'
      when age < 55 then '45-54' when age < 65 then '55-64' else '65-'
    end as age_band
  from (
    select a.*, cast(date_sub('year', a.birth_date, date_from_unix_date(p.last_day)) as integer) as age
    from accounts as a
    cross join parameters as p) as x) as y
