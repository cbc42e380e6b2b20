-- What the other queries of the import share: the table of bad values, and the checks that put rows into it.
create table faults(file varchar, row bigint, fault struct(field varchar, value varchar, reason varchar));

create macro fault(field, value, reason) as {'field': field, 'value': coalesce(value, ''), 'reason': reason};

-- False for null and for what is no number.
create macro number_within(text, low, high) as coalesce(try_cast(text as double) between low and high, false);
create macro whole_within(text, low, high) as
  number_within(text, low, high) and try_cast(text as double) = trunc(try_cast(text as double));

-- "64764.0" is a whole number too.
create macro whole(text) as try_cast(try_cast(text as double) as bigint);

create macro is_id(text) as coalesce(regexp_full_match(text, '[0-9A-Za-z]{22}'), false);
create macro is_true(text) as lower(text) in ('1', '1.0', 'true');
create macro is_false(text) as lower(text) in ('0', '0.0', 'false');

-- The first day of a release period: YYYY, YYYY-MM or YYYY-MM-DD; null for anything else.
create macro release_day(text) as try_cast(
  case
    when regexp_full_match(text, '[0-9]{4}') then text || '-01-01'
    when regexp_full_match(text, '[0-9]{4}-[0-9]{2}') then text || '-01'
    when regexp_full_match(text, '[0-9]{4}-[0-9]{2}-[0-9]{2}') then text
  end as date);
