{user_id: user_id, username: username, name: name, age: age, country: country, city: city, plan: plan,
 eligible: eligible, minutes: minutes, personality: case when code is not null then {code: code, name: personality} end,
 top_artist: top_artist}
