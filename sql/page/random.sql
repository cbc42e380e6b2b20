-- Any one of the people, of the eligible where there are some.
select {user: (
  select $card
  from people
  where eligible or not exists (from people where eligible)
  order by random()
  limit 1)}
