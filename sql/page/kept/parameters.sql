-- What is looked back on.
select
  *, month(date_from_unix_date(first_day)) as first_month, month(date_from_unix_date(last_day)) as last_month
from parameters
