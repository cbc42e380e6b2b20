-- The values that the filters take, with the users of each.
select {
  country: (select list({value: country, users: n} order by n desc, country)
            from (select country, count(*) as n from users group by country) as c),
  plan: (select list({value: plan, users: n}
           order by list_position(['free', 'premium', 'student', 'family', 'duo', 'unknown'], plan))
         from (select plan, count(*) as n from users group by plan) as p),
  age: (select list({value: age_band, label: case age_band
                       when '0-17' then 'Under 18' when '65-' then '65 and over'
                       else replace(age_band, '-', ' to ') end, users: n} order by age_band)
        from (select age_band, count(*) as n from users group by age_band) as a)}
