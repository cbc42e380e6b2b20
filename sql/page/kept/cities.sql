-- Where the cities lie.
select country, city, min(latitude) as latitude, min(longitude) as longitude
from people
group by all
