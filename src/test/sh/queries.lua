-- For wrk: one query of a file after the other, as the end of the address.
local queries, at = {}, 0

local function escape(character)
  return string.format("%%%02X", string.byte(character))
end

function init(args)
  for line in io.lines(args[1]) do
    queries[#queries + 1] = line:gsub("[^%w/._~-]", escape)
  end
end

function request()
  at = at % #queries + 1
  return wrk.format("GET", wrk.path .. queries[at])
end
